package kz.aryz.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When dossiers may be asked that are built anew. */
class CatchingUpTest {

    private static final TopicPartition SUBMISSIONS = new TopicPartition(Topics.SUBMISSIONS.name(), 4);
    private static final TopicPartition KEYS = new TopicPartition(Topics.KEYS.name(), 4);

    private final Log log = new Log();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private final CatchingUp catchingUp =
            new CatchingUp(log, List.of(SUBMISSIONS.topic(), KEYS.topic()), this::committed);

    /** What happens while it is asked how far the group is. */
    private Runnable meanwhile = () -> {};

    CatchingUpTest() {
        for (String topic : List.of(SUBMISSIONS.topic(), KEYS.topic())) {
            IntStream.range(0, Topics.SUBMISSIONS.partitions())
                    .forEach(partition -> ends.put(new TopicPartition(topic, partition), 0L));
        }
        log.updateBeginningOffsets(ends);
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        meanwhile.run();
        return committed;
    }

    @AfterEach
    void close() {
        catchingUp.close();
    }

    @Test
    void nobodyMayBeAskedBeforeItIsKnownHowFarTheyAre() {
        assertThat(catchingUp.test(4)).isFalse();
    }

    @Test
    void whereThereIsNothingThereIsNothingToRead() throws Exception {
        log.updateEndOffsets(ends);

        catchingUp.look();

        assertThat(catchingUp.test(4)).isTrue();
    }

    @Test
    void aPartitionIsReadOnceEveryTopicOfItIsReadToWhereItEnded() throws Exception {
        ends.putAll(Map.of(SUBMISSIONS, 2L, KEYS, 3L));
        log.updateEndOffsets(ends);
        log.records.putAll(Map.of(SUBMISSIONS, List.of(0L, 1L), KEYS, List.of(0L, 1L, 2L)));

        catchingUp.look();
        boolean atFirst = catchingUp.test(4);
        boolean another = catchingUp.test(5);
        committed.put(SUBMISSIONS, new OffsetAndMetadata(2));
        committed.put(KEYS, new OffsetAndMetadata(2));
        catchingUp.look();
        boolean almost = catchingUp.test(4);
        committed.put(KEYS, new OffsetAndMetadata(3));
        catchingUp.look();

        assertThat(another).isTrue();
        assertThat(atFirst).isFalse();
        assertThat(almost).isFalse();
        assertThat(catchingUp.test(4)).isTrue();
    }

    @Test
    void whatCameMeanwhileIsNotWaitedFor() throws Exception {
        ends.put(SUBMISSIONS, 2L);
        log.updateEndOffsets(ends);
        log.records.put(SUBMISSIONS, List.of(0L, 1L));
        catchingUp.look();
        ends.put(SUBMISSIONS, 9L);
        log.updateEndOffsets(ends);
        committed.put(SUBMISSIONS, new OffsetAndMetadata(2));

        catchingUp.look();

        assertThat(catchingUp.test(4)).isTrue();
    }

    /** Another instance had it meanwhile, and more came in. */
    @Test
    void aPartitionThatComesHereAgainIsReadOnceAllIsThatThereIsByThen() throws Exception {
        log.updateEndOffsets(ends);
        catchingUp.look();
        ends.put(SUBMISSIONS, 2L);
        log.updateEndOffsets(ends);
        log.records.put(SUBMISSIONS, List.of(0L, 1L));

        catchingUp.begin(4);
        boolean atFirst = catchingUp.test(4);
        catchingUp.look();
        boolean almost = catchingUp.test(4);
        committed.put(SUBMISSIONS, new OffsetAndMetadata(2));
        catchingUp.look();

        assertThat(atFirst).isFalse();
        assertThat(almost).isFalse();
        assertThat(catchingUp.test(4)).isTrue();
        assertThat(catchingUp.test(5)).as("one that stayed").isTrue();
    }

    @Test
    void aPartitionThatComesWhileItIsLookedAtIsLookedAtAnew() throws Exception {
        log.updateEndOffsets(ends);
        meanwhile = () -> catchingUp.begin(4);

        catchingUp.look();

        assertThat(catchingUp.test(4)).isFalse();
        assertThat(catchingUp.test(5)).isTrue();
    }

    @Test
    void behindTheLastRecordNothingIsWaitedForThatIsNone() throws Exception {
        ends.putAll(Map.of(SUBMISSIONS, 5L, KEYS, 3L));
        log.updateEndOffsets(ends);
        log.records.put(SUBMISSIONS, List.of(0L, 1L));
        log.passed.putAll(Map.of(SUBMISSIONS, 5L, KEYS, 3L));

        catchingUp.look();
        boolean atFirst = catchingUp.test(4);
        committed.put(SUBMISSIONS, new OffsetAndMetadata(2));
        catchingUp.look();

        assertThat(atFirst).isFalse();
        assertThat(catchingUp.test(4)).isTrue();
    }

    /** A log on which there is more than records. */
    private static final class Log extends MockConsumer<byte[], byte[]> {

        private final Map<TopicPartition, List<Long>> records = new HashMap<>();

        /** Where the consumer stands behind the last record. */
        private final Map<TopicPartition, Long> passed = new HashMap<>();

        Log() {
            super("earliest");
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            for (TopicPartition source : assignment()) {
                records.getOrDefault(source, List.of())
                        .forEach(offset -> addRecord(new ConsumerRecord<>(
                                source.topic(), source.partition(), offset, new byte[0], new byte[0])));
            }
            return super.poll(timeout);
        }

        @Override
        public synchronized long position(TopicPartition source) {
            return passed.getOrDefault(source, super.position(source));
        }
    }
}
