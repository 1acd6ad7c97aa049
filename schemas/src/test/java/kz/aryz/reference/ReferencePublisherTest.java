package kz.aryz.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import kz.aryz.reference.ReferenceFiles.Reading;
import kz.aryz.reference.ReferencePublisher.Publication;
import kz.aryz.schema.Facility;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ReferencePublisherTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final Reading.Complete FIRST = (Reading.Complete) ReferenceFiles.bundled();

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final Broker broker = new Broker();
    private final List<String> steps = new ArrayList<>();

    @Test
    void makesTheQueuesFirstAndWritesTheMarkerLast() throws Exception {
        publish(FIRST);

        assertThat(steps).first().isEqualTo("queue.ANTIKOR.KZ-10");
        assertThat(steps).contains("queue.PROS.KZ-75", "queue.PROS.SPECIAL", "queue.COMMISSIONER");
        assertThat(steps).last().isEqualTo("reference.releases");
        assertThat(steps.indexOf("reference.regions")).isGreaterThan(steps.lastIndexOf("queue.PROS.SPECIAL"));
        assertThat(steps).containsOnlyOnce("reference.releases");
    }

    @Test
    void isUsedByAFollowerAsItWasPublished() throws Exception {
        publish(FIRST);

        Reference reference = followed().current().orElseThrow();

        assertThat(reference.version()).isEqualTo(FIRST.version());
        assertThat(reference.facility("KZ-75-SIZO-1", LocalDate.of(2026, 1, 1)))
                .map(Facility::getOperatorBody)
                .contains("KUIS_D_KZ-75");
    }

    @Test
    void makesNoNewReleaseOfTheSameContent() throws Exception {
        publish(FIRST);

        Publication again = publish(FIRST);

        assertThat(again).isEqualTo(new Publication.Unchanged(FIRST.version()));
        assertThat(broker.records()).extracting(ProducerRecord::topic).containsOnlyOnce("reference.releases");
    }

    @Test
    void refusesOtherContentUnderAVersionThatEventsReferTo() throws Exception {
        publish(FIRST);

        Publication other = publish(new Reading.Complete(FIRST.version(), withoutAFacility()));

        assertThat(other).isEqualTo(new Publication.VersionTaken(FIRST.version()));
        assertThat(followed().current().orElseThrow().facility("KZ-75-SIZO-1", LocalDate.of(2026, 1, 1)))
                .isPresent();
    }

    @Test
    void deletesTheRowsThatANewReleaseNoLongerHas() throws Exception {
        publish(FIRST);

        Publication next = publish(new Reading.Complete("next", withoutAFacility()));

        assertThat(next).isEqualTo(new Publication.Published("next", 1));
        Reference reference = followed().current().orElseThrow();
        assertThat(reference.version()).isEqualTo("next");
        assertThat(reference.facility("KZ-75-SIZO-1", LocalDate.of(2026, 1, 1))).isEmpty();
    }

    @Test
    void canGoBackToAnEarlierRelease() throws Exception {
        publish(FIRST);
        publish(new Reading.Complete("next", withoutAFacility()));

        Publication back = publish(FIRST);

        assertThat(back).isEqualTo(new Publication.Published(FIRST.version(), 1));
        assertThat(followed().current().orElseThrow().version()).isEqualTo(FIRST.version());
    }

    @Test
    void leavesAReleaseThatDidNotComeWithAryz() throws Exception {
        publish(new Reading.Complete("own", withoutAFacility()));

        Publication atStart = publishUnlessChosen(FIRST);

        assertThat(atStart).isEqualTo(new Publication.Kept("own"));
        assertThat(followed().current().orElseThrow().version()).isEqualTo("own");
    }

    @Test
    void leavesAReleaseThatSomebodyWentBackTo() throws Exception {
        Reading.Complete earlier = new Reading.Complete("2026.1", withoutAFacility());
        publish(earlier);
        publish(FIRST);
        publish(earlier);

        assertThat(publishUnlessChosen(FIRST)).isEqualTo(new Publication.Kept("2026.1"));
    }

    @Test
    void followsAReleaseThatCameWithAryz() throws Exception {
        assertThat(publishUnlessChosen(new Reading.Complete("2026.1", withoutAFacility())))
                .isInstanceOf(Publication.Published.class);

        assertThat(publishUnlessChosen(FIRST)).isEqualTo(new Publication.Published(FIRST.version(), 1));
        assertThat(publishUnlessChosen(FIRST)).isEqualTo(new Publication.Unchanged(FIRST.version()));
    }

    @Test
    void whatComesWithAryzIsAmongWhatEverDid() {
        assertThat(ReferenceFiles.ISSUED).contains(FIRST.version());
    }

    @Test
    void isNotUsedBeforeItsLastRow() throws Exception {
        publish(FIRST);
        Broker cutShort = new Broker();
        cutShort.take(broker.records().stream()
                .filter(record -> !record.key().startsWith("KZ-75-IVS-1/"))
                .toList());

        ReferenceFollower follower = follower(cutShort);

        assertThat(follower.current()).isEmpty();
        assertThat(follower.problem()).contains("release 2026.2 of the reference data is incomplete");
    }

    @Test
    void changesNothingWhereItIsCutShort() throws Exception {
        publish(FIRST);
        MockProducer<String, byte[]> cutShort =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
                        if (record.topic().equals(Topics.REFERENCE_RELEASES.name())) {
                            throw new TimeoutException("cut short");
                        }
                        return super.send(record);
                    }
                };

        assertThatThrownBy(() -> publish(new Reading.Complete("next", withoutAFacility()), cutShort))
                .isInstanceOf(TimeoutException.class);

        assertThat(followed().current().orElseThrow().version()).isEqualTo(FIRST.version());
    }

    @Test
    void keepsTheReleaseInUseWhileTheNextOneIsIncomplete() throws Exception {
        publish(FIRST);
        MockConsumer<String, byte[]> consumer = broker.consumer();
        ReferenceFollower follower = new ReferenceFollower(consumer, serdes);
        follower.catchUp();

        deleteARow(consumer);
        follower.catchUp();

        assertThat(follower.current().orElseThrow().facility("KZ-75-SIZO-1", LocalDate.of(2026, 1, 1)))
                .isPresent();
    }

    @Test
    void saysThatThereIsNoReleaseYet() {
        assertThat(followed().problem()).contains("no release of reference data yet: run 'aryz reference apply'");
    }

    private ReferenceTables withoutAFacility() {
        return FIRST.tables()
                .with(
                        Table.FACILITIES,
                        FIRST.tables().rows(Table.FACILITIES).stream()
                                .filter(facility -> !facility.getCode().equals("KZ-75-SIZO-1"))
                                .toList());
    }

    private Publication publish(Reading.Complete release) throws Exception {
        return publish(release, broker.producer());
    }

    private Publication publish(Reading.Complete release, MockProducer<String, byte[]> producer) throws Exception {
        return publish(producer, (publisher, log) -> publisher.publish(release, log));
    }

    private Publication publishUnlessChosen(Reading.Complete release) throws Exception {
        return publish(broker.producer(), (publisher, log) -> publisher.publishUnlessChosen(release, log));
    }

    private interface Way {
        Publication publish(ReferencePublisher publisher, ReferenceLog log) throws Exception;
    }

    private Publication publish(MockProducer<String, byte[]> producer, Way way) throws Exception {
        try (ReferenceLog log = new ReferenceLog(broker.consumer(), serdes)) {
            return way.publish(
                    new ReferencePublisher(
                            queues -> queues.forEach(queue -> steps.add(queue.name())), producer, serdes, CLOCK),
                    log);
        } finally {
            producer.history().forEach(record -> steps.add(record.topic()));
            broker.take(producer);
        }
    }

    private static void deleteARow(MockConsumer<String, byte[]> consumer) {
        String topic = Table.FACILITIES.topic().name();
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(topic, 0, 1_000, "KZ-75-SIZO-1/1991-12-16", null)));
    }

    private ReferenceFollower followed() {
        return follower(broker);
    }

    private ReferenceFollower follower(Broker source) {
        ReferenceFollower follower = new ReferenceFollower(source.consumer(), serdes);
        follower.catchUp();
        return follower;
    }
}
