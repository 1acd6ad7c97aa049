package kz.aryz.sealing.rotation;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.rotation.Renewal.Standing;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** The newest committed row of every key on one partition, as far as it has been read. For one thread. */
final class KeyRows {

    /** A row that is to be renewed, as it stands. */
    record Outdated(String key, WrappedKey row, Headers headers) {}

    private final Consumer<String, byte[]> committed;
    private final PartitionReading reading;
    private final Deserializer<WrappedKey> deserializer;
    private final Renewal renewal;
    private final TopicPartition partition;
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, Outdated> outdated = new LinkedHashMap<>();

    /**
     * @param committed reads what is committed, and nothing else
     * @param from where to begin; rows before it are not known of
     */
    KeyRows(
            Consumer<String, byte[]> committed,
            Topic<WrappedKey> topic,
            int number,
            long from,
            Deserializer<WrappedKey> deserializer,
            Renewal renewal) {
        this.committed = committed;
        this.deserializer = deserializer;
        this.renewal = renewal;
        this.partition = new TopicPartition(topic.name(), number);
        this.reading = new PartitionReading(committed, partition);
        committed.assign(List.of(partition));
        committed.seek(partition, from);
    }

    /** Reads everything that was committed when it was called. */
    void readOn() {
        reading.toEnd(this::take);
    }

    /** Waits for more, at most that long. */
    void await(Duration patience) {
        committed.poll(patience).forEach(this::take);
    }

    /** Everything before it has been read. */
    long position() {
        return committed.position(partition);
    }

    List<Outdated> outdated() {
        return List.copyOf(outdated.values());
    }

    /** The row of that key cannot be renewed, unless another takes its place. */
    void giveUp(String key) {
        outdated.remove(key);
        standings.put(key, Standing.UNREADABLE);
    }

    /** How the rows stand that are not outdated. */
    Tally tally(int renewed) {
        return new Tally(renewed, count(Standing.CURRENT), count(Standing.OF_OTHERS), count(Standing.UNREADABLE), 0);
    }

    private int count(Standing standing) {
        return (int) standings.values().stream().filter(standing::equals).count();
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        outdated.remove(message.key());
        standings.remove(message.key());
        if (message.value() != null) {
            standings.put(message.key(), judge(message));
        }
    }

    private Standing judge(ConsumerRecord<String, byte[]> message) {
        if (!renewal.concerns(message.key())) {
            return Standing.OF_OTHERS;
        }
        try {
            WrappedKey row = deserializer.deserialize(message.topic(), message.headers(), message.value());
            Standing standing = renewal.standing(message.key(), row);
            if (standing == Standing.OUTDATED) {
                outdated.put(message.key(), new Outdated(message.key(), row, message.headers()));
            }
            return standing;
        } catch (SerializationException e) {
            return Standing.UNREADABLE;
        }
    }
}
