package kz.aryz.topic;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A topic: its name, the type of its values, and everything the broker and the people who run it need to know. Keys
 * are UTF-8 strings. Immutable.
 *
 * @param name name at the broker
 * @param valueType a generated Avro class, or {@code byte[]} where values are carried as they came
 * @param key what a record key is, in words
 * @param partitioning how records are spread
 * @param retention how long they are kept
 * @param flushed whether every record is forced to disk before it is acknowledged where replicas share a host
 * @param drift how far from the broker's clock, either way, the time may be that a writer puts on a record; empty: a record
 *     may be of any age
 * @param writers who may write
 * @param readers who may read
 */
public record Topic<V>(
        String name,
        Class<V> valueType,
        String key,
        Partitioning partitioning,
        Retention retention,
        boolean flushed,
        Optional<Duration> drift,
        Set<Party> writers,
        Set<Party> readers) {

    /** Largest record batch a topic takes: a body of exactly the size limit, sealed, must still fit. */
    public static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    /** Room for the largest record with what comes to it when it is put aside or waits in a store. */
    public static final int MAX_COPY_BYTES = MAX_MESSAGE_BYTES + 64 * 1024;

    public Topic {
        writers = Collections.unmodifiableSet(EnumSet.copyOf(writers));
        readers = Collections.unmodifiableSet(EnumSet.copyOf(readers));
    }

    /** A topic that takes records of any age: what waited before it was written is as welcome as what did not. */
    public Topic(
            String name,
            Class<V> valueType,
            String key,
            Partitioning partitioning,
            Retention retention,
            boolean flushed,
            Set<Party> writers,
            Set<Party> readers) {
        this(name, valueType, key, partitioning, retention, flushed, Optional.empty(), writers, readers);
    }

    /** Number of partitions, fixed for ever. */
    public int partitions() {
        return partitioning.partitions();
    }

    /** The partition of every record about the complaint. */
    public int partition(String complaintId) {
        return partitioning.partition(complaintId);
    }

    /** Subject of the value's schema in the registry. */
    public String subject() {
        return name + "-value";
    }

    /** Whether values are Avro records. */
    public boolean isAvro() {
        return valueType != byte[].class;
    }

    /** Largest record batch that it takes. */
    int maxMessageBytes() {
        return isAvro() ? MAX_MESSAGE_BYTES : MAX_COPY_BYTES;
    }

    /** What a value is, for people. */
    String valueName() {
        return isAvro() ? valueType.getSimpleName() : "bytes as they came";
    }

    /** A record about the complaint on the complaint's partition; a null value deletes the key. */
    public ProducerRecord<String, V> record(String complaintId, String key, @Nullable V value) {
        return new ProducerRecord<>(name, partition(complaintId), key, value);
    }
}
