package kz.aryz.backup;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Predicate;
import kz.aryz.backup.Manifest.PartitionLog;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The records of a partition in their order, with the gaps between them: offsets of what was compacted away, of aborted
 * records, and of the markers of transactions.
 */
final class PartitionCourse implements AutoCloseable {

    private final PartitionLog log;
    private final @Nullable RecordReader records;
    private final SchemaIdChange ids;
    private final Predicate<ConsumerRecord<byte[], byte[]>> left;
    private @Nullable ConsumerRecord<byte[], byte[]> head;
    private long next;
    private long timestamp;

    /**
     * @param records none where the partition is to have gaps alone
     * @param left which records are left out, as if they had been compacted away
     */
    PartitionCourse(
            PartitionLog log,
            @Nullable RecordReader records,
            SchemaIdChange ids,
            Predicate<ConsumerRecord<byte[], byte[]>> left) {
        this.log = log;
        this.records = records;
        this.ids = ids;
        this.left = left;
        advance();
    }

    private void advance() {
        head = null;
        while (head == null && records != null && records.hasNext()) {
            ConsumerRecord<byte[], byte[]> record = records.next();
            head = left.test(record) ? null : record;
        }
    }

    TopicPartition partition() {
        return log.topicPartition();
    }

    /** Whether everything before the end of the log has been handed out. */
    boolean isDone() {
        return next >= log.end();
    }

    /** Offset of what comes next. */
    long next() {
        return next;
    }

    /** The record at the next offset, which counts as handed out; null where a gap is next. */
    @Nullable
    ConsumerRecord<byte[], byte[]> record() {
        ConsumerRecord<byte[], byte[]> record = head;
        if (record == null || record.offset() != next) {
            return null;
        }
        next++;
        timestamp = record.timestamp();
        advance();
        return record;
    }

    /** The value of a record as it is to be written. */
    byte @Nullable [] value(ConsumerRecord<byte[], byte[]> record) {
        return ids.applied(record.value());
    }

    /**
     * The time for what fills the next offset, which counts as handed out; empty where a record is next, or nothing. It is that
     * of the record before, so that a log is no older or younger for its gaps.
     */
    OptionalLong gap() {
        if (isDone() || (head != null && head.offset() == next)) {
            return OptionalLong.empty();
        }
        next++;
        return OptionalLong.of(timestamp);
    }

    @Override
    public void close() throws IOException {
        if (records != null) {
            records.close();
        }
    }
}
