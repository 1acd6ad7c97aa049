package kz.aryz.system.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A topic of wrapped keys, as those who seal and those who destroy write to it, and as those who open read it. */
final class KeyLog implements AutoCloseable {

    private final String bootstrapServers;
    private final AvroSerdes serdes;
    private final Topic<WrappedKey> topic;
    private final KafkaProducer<String, byte[]> producer;

    KeyLog(String bootstrapServers, AvroSerdes serdes, Topic<WrappedKey> topic) {
        this.bootstrapServers = bootstrapServers;
        this.serdes = serdes;
        this.topic = topic;
        this.producer = new KafkaProducer<>(connection(), new StringSerializer(), new ByteArraySerializer());
    }

    Map<String, Object> connection() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    /** What a row is as a record. */
    ProducerRecord<String, byte[]> record(WrappedKey key) {
        try (Serializer<WrappedKey> serializer = serdes.serializer(topic)) {
            byte[] value = serializer.serialize(topic.name(), key);
            return topicBytes(key, value);
        }
    }

    void put(WrappedKey key) {
        send(record(key));
    }

    void destroy(WrappedKey key) {
        send(topicBytes(key, null));
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The newest row of every key, as readers of committed records have it; destroyed ones are not in it. */
    Map<String, WrappedKey> rows() {
        Map<String, WrappedKey> rows = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : messages()) {
            rows.remove(message.key());
            if (message.value() != null) {
                rows.put(message.key(), row(message));
            }
        }
        return rows;
    }

    WrappedKey row(ConsumerRecord<String, byte[]> message) {
        return serdes.deserializer(topic).deserialize(message.topic(), message.value());
    }

    /** Every committed message, partition by partition. */
    List<ConsumerRecord<String, byte[]>> messages() {
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        Map<String, Object> config = new LinkedHashMap<>(connection());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(number -> new TopicPartition(topic.name(), number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(one -> consumer.position(one) < Objects.requireNonNull(ends.get(one)))) {
                consumer.poll(Duration.ofMillis(100)).forEach(messages::add);
            }
        }
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.partition())
                        .isEqualTo(topic.partition(
                                message.key().substring(0, message.key().indexOf('/')))));
        return messages;
    }

    @Override
    public void close() {
        producer.close();
    }

    private ProducerRecord<String, byte[]> topicBytes(WrappedKey key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic.name(), topic.partition(key.getComplaintId()), KeyReference.of(key), value);
    }
}
