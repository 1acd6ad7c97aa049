package kz.aryz.system;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What committed records say, from the beginning of their topics to the present end.
 *
 * @param bootstrapServers of the broker
 * @param registry value of {@code SCHEMA_REGISTRY_URL}
 * @param signIn what a client says about who it is
 */
public record TopicContents(String bootstrapServers, URI registry, Map<String, Object> signIn) {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Of a broker that asks nobody who they are. */
    public TopicContents(String bootstrapServers, URI registry) {
        this(bootstrapServers, registry, Map.of());
    }

    /** Values of the topic; per partition in the order of writing. */
    public <V> List<V> of(Topic<V> topic) {
        return of(topic.name()::equals, topic);
    }

    /** Values of every topic of such a name; {@code kind} says what they are. */
    public <V> List<V> of(Predicate<String> names, Topic<V> kind) {
        try (AvroSerdes serdes = AvroSerdes.from(Map.of(AvroSerdes.REGISTRY, registry.toString()));
                KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, names);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readToEnd(consumer, serdes.deserializer(kind));
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, Predicate<String> names) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> names.test(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static <V> List<V> readToEnd(KafkaConsumer<String, byte[]> consumer, Deserializer<V> values) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        List<V> read = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                read(record, values).ifPresent(read::add);
            }
        }
        return read;
    }

    /** Empty for a tombstone, and for what is no record of its topic: other tests put such there. */
    private static <V> Optional<V> read(ConsumerRecord<String, byte[]> record, Deserializer<V> values) {
        try {
            return Optional.ofNullable(values.deserialize(record.topic(), record.value()));
        } catch (SerializationException unreadable) {
            return Optional.empty();
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(signIn);
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
