package kz.aryz.backup;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a reader of committed records finds on a topic against what should be there: every record at its offset, and
 * nothing else.
 *
 * @param consumer reads committed records
 */
record TopicProof(Consumer<byte[], byte[]> consumer) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_EMPTY_POLLS = 300;

    /**
     * Reads the topic from the beginning.
     *
     * @param courses what should be there, from the beginning
     * @return how many records were found
     * @throws BackupException naming the first place that is not as it should be
     */
    long prove(List<PartitionCourse> courses) {
        Map<TopicPartition, PartitionCourse> wanted =
                courses.stream().collect(toMap(PartitionCourse::partition, identity()));
        consumer.assign(wanted.keySet());
        consumer.seekToBeginning(wanted.keySet());
        Map<TopicPartition, Long> ends = consumer.endOffsets(wanted.keySet());
        long found = 0;
        int emptyPolls = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            long before = found;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                requireNext(Objects.requireNonNull(wanted.get(partition)), record);
                found++;
            }
            emptyPolls = found == before ? emptyPolls + 1 : 0;
            if (emptyPolls > MOST_EMPTY_POLLS) {
                throw new TimeoutException("The partitions " + ends + " could not be read to these offsets");
            }
        }
        courses.forEach(TopicProof::requireNoMore);
        return found;
    }

    private static void requireNext(PartitionCourse course, ConsumerRecord<byte[], byte[]> found) {
        skipGaps(course);
        ConsumerRecord<byte[], byte[]> wanted = course.record();
        if (wanted == null || !isSame(wanted, course.value(wanted), found)) {
            throw different(course.partition(), found.offset());
        }
    }

    private static void requireNoMore(PartitionCourse course) {
        skipGaps(course);
        if (!course.isDone()) {
            throw different(course.partition(), course.next());
        }
    }

    private static void skipGaps(PartitionCourse course) {
        while (course.gap().isPresent()) {
            // what takes the offset is read by nobody
        }
    }

    private static boolean isSame(
            ConsumerRecord<byte[], byte[]> wanted, byte @Nullable [] value, ConsumerRecord<byte[], byte[]> found) {
        return wanted.offset() == found.offset()
                && wanted.timestamp() == found.timestamp()
                && Arrays.equals(wanted.key(), found.key())
                && Arrays.equals(value, found.value())
                && Arrays.equals(wanted.headers().toArray(), found.headers().toArray());
    }

    private static BackupException different(TopicPartition partition, long offset) {
        return new BackupException(partition + " was read back, and at " + offset
                + " is not what the backup has. Nothing of this cluster is of use. Begin with an empty one.");
    }
}
