package kz.aryz.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Reads single records about a complaint from where they lie. Each reading has a consumer of its own; there are few. */
public final class PlacedRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final AvroSerdes serdes;
    private final Clock clock;

    /** @param consumers in no group, one record a poll, committed records only */
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
        Map<Long, V> read = new TreeMap<>();
        if (offsets.isEmpty()) {
            return read;
        }
        Instant patience = clock.instant().plus(PATIENCE);
        TopicPartition partition = new TopicPartition(topic.name(), topic.partition(complaintId));
        try (Consumer<byte[], byte[]> consumer = consumers.get();
                Deserializer<V> values = serdes.deserializer(topic)) {
            consumer.assign(List.of(partition));
            for (long offset : new TreeSet<>(offsets)) {
                at(consumer, partition, offset, patience)
                        .filter(record -> record.value() != null)
                        .ifPresent(record -> read.put(offset, values.deserialize(topic.name(), record.value())));
            }
        }
        return read;
    }

    /** Empty where the log goes on behind the place and has nothing in it. */
    private Optional<ConsumerRecord<byte[], byte[]>> at(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset, Instant patience) {
        consumer.seek(partition, offset);
        while (clock.instant().isBefore(patience)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return Optional.of(record).filter(found -> found.offset() == offset);
            }
            if (consumer.position(partition, POLL) > offset) {
                return Optional.empty();
            }
        }
        throw new KafkaException("a record could not be read in time");
    }
}
