package kz.aryz.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final String COMPLAINT = "0197d2a1-5c1e-8000-8000-000000000001";

    @Test
    void everyNameStandsOnce() {
        assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void everyNameIsOneThatKafkaTakes() {
        assertThat(Topics.all()).allSatisfy(topic -> org.apache.kafka.common.internals.Topic.validate(topic.name()));
    }

    @Test
    void whatIsAboutAComplaintHasTwelvePartitionsForEver() {
        List<String> others = List.of("reference.", "staff.", "triage.dead-letters", "notifier.dead-letters");

        assertThat(Topics.all())
                .filteredOn(topic -> others.stream().noneMatch(topic.name()::startsWith))
                .hasSize(12)
                .allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(12));
    }

    @Test
    void theRestHasOnePartitionForEver() {
        assertThat(Topics.all())
                .filteredOn(topic -> topic.name().startsWith("reference.")
                        || topic.name().startsWith("staff.")
                        || topic.name().endsWith(".dead-letters"))
                .hasSize(11)
                .allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(1));
    }

    @Test
    void recordsAboutOneComplaintMeetOnOnePartitionWhateverTheirKeys() {
        ProducerRecord<String, WrappedKey> key = Topics.KEYS.record(COMPLAINT, COMPLAINT + "/account/k1", null);
        ProducerRecord<String, Submission> submission = Topics.SUBMISSIONS.record(COMPLAINT, COMPLAINT, null);

        assertThat(key.partition()).isEqualTo(submission.partition());
    }

    @Test
    void whatCanBeMadeAgainIsAllThatIsNotFlushed() {
        assertThat(Topics.catalogue())
                .filteredOn(topic -> !topic.flushed())
                .filteredOn(topic -> !topic.name().startsWith("reference."))
                .containsExactlyInAnyOrder(
                        Topics.COMMAND_OUTCOMES, Topics.ATTEMPTS, Topics.OUTCOMES, Topics.STAFF_MEMBERS);
    }

    @Test
    void aQueueCarriesTheCodeOfItsUnitAndIsReadByThatUnitAlone() {
        Topic<QueueItem> queue = Topics.queue("PROS.KZ-75");

        assertThat(queue.name()).isEqualTo("queue.PROS.KZ-75");
        assertThat(queue.readers()).isEqualTo(Set.of(Party.UNIT));
    }

    @Test
    void onlyTriageSaysWhatHappenedToAComplaint() {
        assertThat(Topics.CASE_EVENTS.writers()).isEqualTo(Set.of(Party.TRIAGE));
    }
}
