package kz.aryz.reference;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.schema.ReferenceRelease;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the reference topics say, as far as they have been read. For one thread; only {@link #wakeup} may be another's. */
final class ReferenceLog implements AutoCloseable {

    private final Consumer<String, byte[]> consumer;
    private final Deserializer<ReferenceRelease> releases;
    private final Map<String, Table<?>> tableByTopic = new HashMap<>();
    private final PublishedRows rows = new PublishedRows();
    private final Map<String, byte[]> markers = new LinkedHashMap<>();

    /** Reads all of the topics from their beginning, without a group. */
    ReferenceLog(Consumer<String, byte[]> consumer, AvroSerdes serdes) {
        this.consumer = consumer;
        this.releases = serdes.deserializer(Topics.REFERENCE_RELEASES);
        Table.all().forEach(table -> tableByTopic.put(table.topic().name(), table));
        consumer.assign(Stream.concat(tableByTopic.keySet().stream(), Stream.of(Topics.REFERENCE_RELEASES.name()))
                .map(topic -> new TopicPartition(topic, 0))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    /** A consumer as the log wants it, with whatever else the clients are configured with. */
    static Consumer<String, byte[]> consumer(Map<String, ?> clients) {
        Map<String, Object> config = new HashMap<>(clients);
        config.keySet().removeIf(key -> key.equals(ConsumerConfig.GROUP_ID_CONFIG));
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Waits for more, at most that long. */
    void poll(Duration timeout) {
        consumer.poll(timeout).forEach(this::take);
    }

    /** Reads everything that was there when it was called. */
    void readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(Duration.ofMillis(200));
        }
    }

    /** Whether everything that is there has been read, as far as the broker has said. */
    boolean isAtEnd() {
        return consumer.assignment().stream()
                .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
    }

    PublishedRows rows() {
        return rows;
    }

    /** The release announced last, whether or not its rows have been read. */
    Optional<ReferenceRelease> announced() {
        return markers.values().stream().reduce((earlier, later) -> later).map(this::release);
    }

    /** The release that was once announced under that version. */
    Optional<ReferenceRelease> announced(String version) {
        return Optional.ofNullable(markers.get(version)).map(this::release);
    }

    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
        releases.close();
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        Table<?> table = tableByTopic.get(message.topic());
        if (table != null) {
            rows.put(table, message.key(), message.value());
            return;
        }
        markers.remove(message.key());
        if (message.value() != null) {
            markers.put(message.key(), message.value());
        }
    }

    private ReferenceRelease release(byte[] marker) {
        return releases.deserialize(Topics.REFERENCE_RELEASES.name(), marker);
    }
}
