package kz.aryz.notifier.accesses;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The end of one partition: what was read of it and not taken yet, the latest last. */
final class LogTail {

    private final TopicPartition partition;
    private final long begin;
    private final long start;
    private final long stop;
    private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
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

    /** Keeps a record that is part of it. */
    void add(ConsumerRecord<byte[], byte[]> record) {
        if (record.offset() < stop) {
            records.add(record);
        }
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** When the latest record was written, in milliseconds since 1970. */
    long latest() {
        return records.getLast().timestamp();
    }

    /** Takes the latest record off. */
    ConsumerRecord<byte[], byte[]> take() {
        ConsumerRecord<byte[], byte[]> latest = records.removeLast();
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
