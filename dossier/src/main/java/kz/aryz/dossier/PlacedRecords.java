package kz.aryz.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads single records about a complaint from where they lie, forward and each part of the log once. Each reading has a consumer
 * of its own; there are few.
 */
public final class PlacedRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    /** So many records are read over rather than left out: to go to another place costs a fetch. */
    static final int NEAR = 50;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final AvroSerdes serdes;
    private final Clock clock;

    /** @param consumers in no group, committed records only */
    public PlacedRecords(Supplier<Consumer<byte[], byte[]>> consumers, AvroSerdes serdes, Clock clock) {
        this.consumers = consumers;
        this.serdes = serdes;
        this.clock = clock;
    }

    /**
     * The records at these offsets of the complaint's partition, in their order. One that is not there any more is missing.
     *
     * @throws KafkaException if they cannot be read within five seconds
     */
    public <V> Map<Long, V> read(Topic<V> topic, String complaintId, Collection<Long> offsets) {
        if (offsets.isEmpty()) {
            return Map.of();
        }
        TopicPartition partition = new TopicPartition(topic.name(), topic.partition(complaintId));
        Map<Long, V> read = new TreeMap<>();
        try (Consumer<byte[], byte[]> consumer = consumers.get();
                Deserializer<V> values = serdes.deserializer(topic)) {
            consumer.assign(List.of(partition));
            forward(consumer, partition, new TreeSet<>(offsets))
                    .forEach((offset, value) -> read.put(offset, values.deserialize(topic.name(), value)));
        }
        return read;
    }

    /** What the log has passed without a record is not there. */
    private Map<Long, byte[]> forward(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, NavigableSet<Long> places) {
        Map<Long, byte[]> found = new TreeMap<>();
        Instant patience = clock.instant().plus(PATIENCE);
        long position = places.first();
        consumer.seek(partition, position);
        while (!places.isEmpty()) {
            if (!clock.instant().isBefore(patience)) {
                throw new KafkaException("records could not be read in time");
            }
            if (places.first() - position > NEAR) {
                position = places.first();
                consumer.seek(partition, position);
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (places.remove(record.offset()) && record.value() != null) {
                    found.put(record.offset(), record.value());
                }
            }
            position = consumer.position(partition, POLL);
            places.headSet(position).clear();
        }
        return found;
    }
}
