package kz.aryz.runtime.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The partitions of a store that this instance works on, by interactive queries.
 *
 * <p>Not by {@link KafkaStreams#query}: up to 4.3.1 it takes the locks of a store in the opposite order of a {@code put}, so
 * that a question at the wrong moment stops the stream thread, and whoever asks, for ever (KAFKA-19629; seen).
 */
public final class LocalPartitions {

    private final KafkaStreams streams;

    public LocalPartitions(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * What {@code reader} finds in every partition that is here, active and restored. One that moves away while it is read is
     * missing, never there in part; so is every one while a thread of this instance is given other work. What is to be
     * closed, the reader closes.
     *
     * @return by partition
     */
    public <V, A> Map<Integer, A> read(
            String store, Set<Integer> partitions, Function<ReadOnlyKeyValueStore<String, V>, A> reader) {
        Map<Integer, A> answers = new HashMap<>();
        for (int partition : partitions) {
            answer(store, partition, reader).ifPresent(answer -> answers.put(partition, answer));
        }
        return answers;
    }

    private <V, A> Optional<A> answer(
            String store, int partition, Function<ReadOnlyKeyValueStore<String, V>, A> reader) {
        try {
            return Optional.of(reader.apply(streams.store(
                    StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, V>keyValueStore())
                            .withPartition(partition))));
        } catch (InvalidStateStoreException notHere) {
            return Optional.empty();
        }
    }
}
