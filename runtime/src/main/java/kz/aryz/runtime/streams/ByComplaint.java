package kz.aryz.runtime.streams;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.aryz.topic.ComplaintPartition;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Brings a record to {@link ComplaintPartition}, whatever its key.
 *
 * @param complaintId which complaint a value is about
 */
public record ByComplaint<V>(Function<V, String> complaintId) implements StreamPartitioner<String, V> {

    /** To be removed, says Kafka Streams, and has no other yet that an implementation must have. */
    @Override
    @SuppressWarnings("removal")
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int partitions) {
        return Optional.of(Set.of(ComplaintPartition.of(complaintId.apply(value), partitions)));
    }
}
