package kz.aryz.runtime.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
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
     * What {@code reader} makes of the result of every partition that is here and restored. One that moves away while it
     * is read is missing, never there in part. What is to be closed, the reader closes.
     *
     * @return by partition
     */
    public <R, A> Map<Integer, A> query(String store, Query<R> query, Set<Integer> partitions, Function<R, A> reader) {
        Map<Integer, A> answers = new HashMap<>();
        for (int partition : partitions) {
            answer(store, query, partition, reader).ifPresent(answer -> answers.put(partition, answer));
        }
        return answers;
    }

    private <R, A> Optional<A> answer(String store, Query<R> query, int partition, Function<R, A> reader) {
        StateQueryRequest<R> request = StateQueryRequest.inStore(store)
                .withQuery(query)
                .withPartitions(Set.of(partition))
                .requireActive();
        try {
            QueryResult<R> result = streams.query(request).getPartitionResults().get(partition);
            return result != null && result.isSuccess()
                    ? Optional.of(reader.apply(result.getResult()))
                    : Optional.empty();
        } catch (InvalidStateStoreException notHere) {
            return Optional.empty();
        }
    }
}
