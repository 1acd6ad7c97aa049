package kz.aryz.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Writes a topic again, every record at the offset that it had. No producer can choose an offset; so what lies between two
 * records is filled with others, in a transaction that is aborted when the topic is done: they take offsets, and nobody who
 * reads what is committed sees them.
 *
 * @param records writes what is to be read
 * @param gaps writes what is not, in transactions
 */
record TopicRefill(Producer<byte[], byte[]> records, Producer<byte[], byte[]> gaps) {

    private static final byte[] FILLER = "gap".getBytes(US_ASCII);

    /** Per partition, before the other producer's turn; the largest record is far over it, and goes alone. */
    private static final int MOST_BYTES = 512 * 1024;

    private static final int MOST_RECORDS = 2_000;

    private record Sent(Future<RecordMetadata> metadata, TopicPartition partition, long offset) {

        void requirePlace() throws InterruptedException, ExecutionException {
            long offset = metadata.get().offset();
            if (offset != this.offset) {
                throw new BackupException(
                        "What belongs to " + partition + " at " + this.offset + " came to stand at " + offset
                                + ": somebody else writes there. Nothing of this cluster is of use. Begin with an empty one.");
            }
        }
    }

    /** Returns when everything is on all in-sync replicas, at its place. */
    void refill(List<PartitionCourse> courses) throws InterruptedException, ExecutionException {
        boolean open = false;
        while (!courses.stream().allMatch(PartitionCourse::isDone)) {
            List<Sent> sent = new ArrayList<>();
            for (PartitionCourse course : courses) {
                sendRecords(course, sent);
            }
            settle(records, sent);
            List<Sent> filled = new ArrayList<>();
            for (PartitionCourse course : courses) {
                open = sendGap(course, filled, open);
            }
            settle(gaps, filled);
        }
        if (open) {
            gaps.abortTransaction();
        }
    }

    private void sendRecords(PartitionCourse course, List<Sent> sent) {
        int bytes = 0;
        for (int number = 0; number < MOST_RECORDS && bytes < MOST_BYTES; number++) {
            long offset = course.next();
            ConsumerRecord<byte[], byte[]> record = course.record();
            if (record == null) {
                return;
            }
            byte @Nullable [] value = course.value(record);
            bytes += value == null ? 0 : value.length;
            sent.add(new Sent(
                    records.send(new ProducerRecord<>(
                            record.topic(),
                            record.partition(),
                            record.timestamp(),
                            record.key(),
                            value,
                            record.headers())),
                    course.partition(),
                    offset));
        }
    }

    /** Whether the transaction is open then. */
    private boolean sendGap(PartitionCourse course, List<Sent> filled, boolean open) {
        boolean begun = open;
        for (int number = 0; number < MOST_RECORDS; number++) {
            long offset = course.next();
            OptionalLong timestamp = course.gap();
            if (timestamp.isEmpty()) {
                return begun;
            }
            if (!begun) {
                gaps.beginTransaction();
                begun = true;
            }
            TopicPartition partition = course.partition();
            filled.add(new Sent(
                    gaps.send(new ProducerRecord<>(
                            partition.topic(), partition.partition(), timestamp.getAsLong(), FILLER, new byte[0])),
                    partition,
                    offset));
        }
        return begun;
    }

    private static void settle(Producer<byte[], byte[]> producer, List<Sent> sent)
            throws InterruptedException, ExecutionException {
        if (!sent.isEmpty()) {
            producer.flush();
            for (Sent one : sent) {
                one.requirePlace();
            }
        }
    }
}
