package kz.aryz.runtime.clients;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.aryz.command.Commands;
import kz.aryz.command.Outcomes;
import kz.aryz.runtime.Lifecycle;
import kz.aryz.runtime.config.KafkaClients;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.follow.Rows;
import kz.aryz.runtime.follow.TopicFollower;
import kz.aryz.runtime.follow.TopicFollower.Start;
import kz.aryz.runtime.health.HealthCheck;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the Kafka clients of a service, each named by what it is for. Producers and followers are closed with the service;
 * a consumer is its caller's to close.
 */
public final class ServiceClients {

    /** Less than anybody waits before a page or an answer. */
    private static final Map<String, Object> PROMPT = Map.of(
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000,
            ProducerConfig.LINGER_MS_CONFIG, 0);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final KafkaClients settings;
    private final AvroSerdes serdes;
    private final Metrics metrics;
    private final Lifecycle lifecycle;
    private final Map<String, HealthCheck> followers = new ConcurrentHashMap<>();

    /** @param stateDir where schema ids are kept, for a registry that is away */
    public ServiceClients(ServiceConfig config, Path stateDir, Metrics metrics, Lifecycle lifecycle) {
        this.settings = new KafkaClients(config);
        this.serdes = lifecycle.closing("serdes", settings.avroSerdes(stateDir));
        this.metrics = metrics;
        this.lifecycle = lifecycle;
    }

    /** For clients that somebody else makes. */
    public KafkaClients settings() {
        return settings;
    }

    /** Serdes of all topics, one registry's ids kept for all of them. */
    public AvroSerdes serdes() {
        return serdes;
    }

    /** Writes as patiently as Kafka's clients do. */
    public <V> Producer<String, V> producer(String role, Topic<V> topic) {
        return producer(role, topic, Map.of());
    }

    /** Writes while somebody waits: what cannot be written within six seconds is not written later. */
    public <V> Producer<String, V> promptProducer(String role, Topic<V> topic) {
        return producer(role, topic, PROMPT);
    }

    /** Reads keys as strings. */
    public Consumer<String, byte[]> consumer(String role, Map<String, ?> own) {
        return new KafkaConsumer<>(settings.consumer(role, own), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Reads bytes. */
    public Consumer<byte[], byte[]> rawConsumer(String role, Map<String, ?> own) {
        return new KafkaConsumer<>(
                settings.consumer(role, own), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Reads all of a topic's partitions, once it is started. */
    public <V> TopicFollower<V> follower(String role, Topic<V> topic, Start start, Rows<V> rows) {
        Consumer<String, byte[]> consumer = consumer(role, Map.of());
        TopicFollower<V> follower = lifecycle.closing(
                role + "-follower", new TopicFollower<>(consumer, topic, serdes.deserializer(topic), start, rows));
        followers.put(role + "-follower", follower);
        return follower;
    }

    /** Of every follower that was made, whether it goes on once it is started. */
    public Map<String, HealthCheck> followers() {
        return Map.copyOf(followers);
    }

    /**
     * Asks triage for what people want done.
     *
     * @param asked whether anybody can: nothing is followed where nobody does
     */
    public Commands commands(boolean asked) {
        Outcomes outcomes = new Outcomes();
        TopicFollower<CommandOutcome> answers =
                follower("outcomes", Topics.COMMAND_OUTCOMES, Start.END, outcomes::take);
        if (asked) {
            answers.start();
        }
        return new Commands(promptProducer("commands", Topics.COMMANDS), outcomes, answers::isReading, ANSWER_WITHIN);
    }

    private <V> Producer<String, V> producer(String role, Topic<V> topic, Map<String, Object> own) {
        KafkaProducer<String, V> producer =
                new KafkaProducer<>(settings.producer(role, own), new StringSerializer(), serdes.serializer(topic));
        metrics.bind(producer);
        return lifecycle.closing(role, producer);
    }
}
