package kz.aryz.system.upgrade;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.aryz.runtime.health.Health;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.streams.StreamsClient;
import kz.aryz.runtime.streams.TaskReadiness;
import kz.aryz.topic.Topic;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** A topology that runs in this process on the client that the services use, and what can be seen of it from outside. */
final class RunningTopology implements AutoCloseable {

    private final Metrics metrics = new Metrics("next-version");
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> restored = new ConcurrentHashMap<>();
    private final StreamsClient client;

    RunningTopology(Topology topology, Map<String, Object> settings) {
        client = new StreamsClient(topology, settings, metrics, failures::add);
        client.streams().setGlobalStateRestoreListener(new Restorations());
    }

    void start() throws Exception {
        client.start();
    }

    /** Returns when every task that reads the source is assigned, and its store restored. */
    void awaitReady(String store, Topic<?> source) {
        TaskReadiness readiness = new TaskReadiness(client.streams(), store, source.name());
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(failures).isEmpty();
            assertThat(readiness.health()).isEqualTo(Health.up());
        });
    }

    /** Everything in a store. */
    <V> Map<String, V> contents(String store) {
        ReadOnlyKeyValueStore<String, V> entries = client.streams()
                .store(StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore()));
        Map<String, V> contents = new HashMap<>();
        try (KeyValueIterator<String, V> all = entries.all()) {
            all.forEachRemaining(entry -> contents.put(entry.key, entry.value));
        }
        return contents;
    }

    /** Waits until a store has something under a key. */
    void awaitKey(String store, String key) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(InvalidStateStoreException.class)
                .untilAsserted(() -> assertThat(contents(store)).containsKey(key));
    }

    /** How many records each store was rebuilt from; zero where it was taken up from disk. */
    Map<String, Long> restored() {
        return Map.copyOf(restored);
    }

    /** How many records of the topic were read as input. */
    long recordsRead(Topic<?> topic) {
        return client.streams().metrics().values().stream()
                .filter(metric -> isRead(metric.metricName(), topic))
                .map(Metric::metricValue)
                .mapToLong(count -> ((Double) count).longValue())
                .sum();
    }

    private static boolean isRead(MetricName metric, Topic<?> topic) {
        return metric.group().equals("consumer-fetch-manager-metrics")
                && metric.name().equals("records-consumed-total")
                && topic.name().equals(metric.tags().get("topic"))
                && !metric.tags().getOrDefault("client-id", "").endsWith("restore-consumer");
    }

    @Override
    public void close() {
        client.close();
        metrics.close();
    }

    private final class Restorations implements StateRestoreListener {

        @Override
        public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
            restored.merge(store, 0L, Long::sum);
        }

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long end, long count) {
            restored.merge(store, count, Long::sum);
        }

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long total) {
            // Counted batch by batch.
        }
    }
}
