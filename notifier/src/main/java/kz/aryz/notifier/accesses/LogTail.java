package kz.aryz.notifier.accesses;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The end of one partition: what was read of it and not taken yet, the latest last. A record counts as written no earlier than
 * any before it, whatever time stands on it.
 */
final class LogTail {

    private record Placed(ConsumerRecord<byte[], byte[]> record, long written) {}

    private final TopicPartition partition;
    private final long begin;
    private final long start;
    private final long stop;
    private final List<Placed> records = new ArrayList<>();
    private long written = Long.MIN_VALUE;
    private long end;

    /**
     * @param begin offset at which the partition begins
     * @param stop offset before which to read
     * @param most how much to read at most
     */
    LogTail(TopicPartition partition, long begin, long stop, int most) {
        this.partition = partition;
        this.begin = begin;
        this.start = Math.max(begin, stop - most);
        this.stop = stop;
        this.end = stop;
    }

    TopicPartition partition() {
        return partition;
    }

    /** Where to start reading. */
    long start() {
        return start;
    }

    /** Whether a reader at that offset has read all of it. */
    boolean isReadAt(long position) {
        return position >= stop;
    }

    /** Keeps a record that is part of it, in the order of the log. */
    void add(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < stop) {
            written = Math.max(written, record.timestamp());
            records.add(new Placed(record, written));
        }
    }

    /** Whether there is something before the first record of it that could be later. */
    boolean mayStartAfterLater() {
        return start > begin && !isEmpty();
    }

    /** The time on its first record, in milliseconds since 1970. */
    long first() {
        return records.getFirst().record().timestamp();
    }

    /** Lets its records count as written no earlier than a time that stands on one before them. */
    void startsAfter(long timestamp) {
        records.replaceAll(placed -> new Placed(placed.record(), Math.max(placed.written(), timestamp)));
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** When the latest record counts as written, in milliseconds since 1970. */
    long latest() {
        return records.getLast().written();
    }

    /** Takes the latest record off. */
    ConsumerRecord<byte[], byte[]> take() {
        ConsumerRecord<byte[], byte[]> latest = records.removeLast().record();
        end = latest.offset();
        return latest;
    }

    /** Offset before which everything is still to be taken. */
    long end() {
        return records.isEmpty() ? start : end;
    }

    /** Whether there is something before {@link #end}. */
    boolean goesOn() {
        return end() > begin;
    }
}
