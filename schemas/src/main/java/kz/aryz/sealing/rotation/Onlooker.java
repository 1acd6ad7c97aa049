package kz.aryz.sealing.rotation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.aryz.schema.WrappedKey;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Sees who else wrote about a key on one partition after it was read, whether or not it is committed. For one thread.
 */
final class Onlooker {

    private final Consumer<String, byte[]> uncommitted;
    private final TopicPartition partition;
    private final PartitionReading reading;
    private final Set<Long> own = new HashSet<>();
    private final Set<String> touched = new HashSet<>();

    /** @param uncommitted reads everything, whether or not it is committed */
    Onlooker(Consumer<String, byte[]> uncommitted, Topic<WrappedKey> topic, int number) {
        this.uncommitted = uncommitted;
        this.partition = new TopicPartition(topic.name(), number);
        this.reading = new PartitionReading(uncommitted, partition);
        uncommitted.assign(List.of(partition));
    }

    /** Forgets what it saw, and looks from {@code position} on. */
    void lookFrom(long position) {
        uncommitted.seek(partition, position);
        own.removeIf(offset -> offset < position);
        touched.clear();
    }

    /** Looks at everything up to the last of {@code offsets}, which are what the rotation wrote itself. */
    void lookThrough(Collection<Long> offsets) {
        own.addAll(offsets);
        long end = offsets.stream().mapToLong(Long::longValue).max().orElse(-1) + 1;
        reading.through(end, this::see);
    }

    /** Whether somebody else wrote about the key. */
    boolean saw(String key) {
        return touched.contains(key);
    }

    private void see(ConsumerRecord<String, byte[]> message) {
        if (!own.contains(message.offset())) {
            touched.add(message.key());
        }
    }
}
