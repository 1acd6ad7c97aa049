package kz.aryz.runtime.streams;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.errors.StreamsStoppedException;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;

/** The partitions of a store that this instance works on, by interactive queries. */
public final class LocalPartitions {

    private final KafkaStreams streams;

    public LocalPartitions(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Gives {@code reader} the result of every partition that is here and restored; what is to be closed, the reader
     * closes.
     *
     * @return the partitions that answered
     */
    public <R> Set<Integer> query(
            String store, Query<R> query, Set<Integer> partitions, BiConsumer<Integer, R> reader) {
        Set<Integer> answered = new HashSet<>();
        results(store, query, partitions).forEach((partition, result) -> {
            if (result.isSuccess()) {
                reader.accept(partition, result.getResult());
                answered.add(partition);
            }
        });
        return answered;
    }

    private <R> Map<Integer, QueryResult<R>> results(String store, Query<R> query, Set<Integer> partitions) {
        try {
            return streams.query(StateQueryRequest.inStore(store)
                            .withQuery(query)
                            .withPartitions(partitions)
                            .requireActive())
                    .getPartitionResults();
        } catch (StreamsNotStartedException | StreamsStoppedException notRunning) {
            return Map.of();
        }
    }
}
