package kz.aryz.system.outage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.streams.StreamsClient;
import kz.aryz.runtime.streams.StreamsInstance;
import kz.aryz.runtime.streams.StreamsSettings;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A topology that says of each request how many there were with its key, in this process, on the client and with the
 * settings that the services have.
 */
final class Counting implements AutoCloseable {

    private final Metrics metrics;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final StreamsClient client;

    /**
     * Not running.
     *
     * @param requests what it counts
     * @param kafkaFile the operator's settings of all clients
     * @param stateDir of the store
     * @param silence is told how far commits have come
     */
    Counting(Requests requests, Path kafkaFile, Path stateDir, Silence silence) throws Exception {
        Map<String, Object> settings = new HashMap<>(settings(requests, kafkaFile, stateDir));
        settings.put(StreamsConfig.DEFAULT_CLIENT_SUPPLIER_CONFIG, ObservedClients.class);
        settings.put(ObservedClients.SILENCE, silence);
        metrics = new Metrics(requests.counting());
        client = new StreamsClient(topology(requests, settings), settings, metrics, failures::add);
    }

    private static Map<String, Object> settings(Requests requests, Path kafkaFile, Path stateDir) throws Exception {
        CommonVariables common = new CommonVariables(requests.counting(), "127.0.0.1", 8080);
        Map<String, String> variables = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", requests.bootstrapServers(),
                "ARYZ_KAFKA_CONFIG", kafkaFile.toString());
        DeadLetters none = new DeadLetters(
                Topics.TRIAGE_DEAD_LETTERS, (source, code) -> List.of(), (topic, obligation) -> new byte[0]);
        return StreamsSettings.of(
                common.config(Environment.read(variables, common.all())),
                new StreamsInstance(stateDir, Optional.of("only"), 0, 1, Optional.empty()),
                none);
    }

    private static Topology topology(Requests requests, Map<String, Object> settings) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
        builder.stream(
                        requests.topic(),
                        Consumed.with(Serdes.String(), Serdes.String()).withName("requests"))
                .groupByKey(Grouped.as("by-key"))
                .count(
                        Named.as("count"),
                        Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as("counts")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.Long()))
                .toStream(Named.as("counted"))
                .mapValues((key, count) -> Requests.answer(key, count), Named.as("answer"))
                .to(
                        requests.answersTopic(),
                        Produced.with(Serdes.String(), Serdes.String()).withName("answers"));
        return builder.build();
    }

    void start() throws Exception {
        client.start();
    }

    /** What would have ended a service. */
    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** The stream threads that have not ended, and their states. */
    Map<String, String> threads() {
        return client.streams().metadataForLocalThreads().stream()
                .collect(Collectors.toMap(Counting::number, ThreadMetadata::threadState));
    }

    private static String number(ThreadMetadata thread) {
        return thread.threadName().substring(thread.threadName().lastIndexOf('-') + 1);
    }

    @Override
    public void close() {
        client.close();
        metrics.close();
    }
}
