package kz.aryz.system.shredding;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The data keys of a complaint, as readers of committed records have them. */
public record KeysOf(String bootstrapServers, String complaintId) {

    /** References of those that there are; destroyed ones are not among them. */
    public Set<String> present() {
        return new TreeSet<>(rows().keySet());
    }

    /** Their rows as they came, by reference. */
    public Map<String, byte[]> rows() {
        Map<String, byte[]> rows = new HashMap<>();
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        TopicPartition partition = new TopicPartition(Topics.KEYS.name(), Topics.KEYS.partition(complaintId));
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> take(rows, message));
            }
        }
        return rows;
    }

    private void take(Map<String, byte[]> rows, ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || !message.key().startsWith(complaintId)) {
            return;
        }
        rows.remove(message.key());
        if (message.value() != null) {
            rows.put(message.key(), message.value());
        }
    }
}
