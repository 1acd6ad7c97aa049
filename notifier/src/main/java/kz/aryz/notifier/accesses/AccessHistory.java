package kz.aryz.notifier.accesses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kz.aryz.runtime.deadletter.Fault;
import kz.aryz.schema.AccessEvent;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The record of accesses from its end: of each partition the latest, merged by the times at which they were written, of which
 * the latest so far in the partition counts: a record with an old time on it stands where it came, and hides nothing before it.
 * It needs no store, and so shows what is on record, not what somebody made of it.
 */
public final class AccessHistory {

    private static final Topic<AccessEvent> TOPIC = Topics.ACCESSES;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final AvroSerdes serdes;
    private final Clock clock;

    /** @param consumers in no group, committed records only */
    public AccessHistory(Supplier<Consumer<byte[], byte[]>> consumers, AvroSerdes serdes, Clock clock) {
        this.consumers = consumers;
        this.serdes = serdes;
        this.clock = clock;
    }

    /**
     * The latest records, or those before a place.
     *
     * @throws KafkaException if they cannot be read within some seconds
     */
    AccessPage page(Optional<LogCursor> before, int limit) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            List<LogTail> tails = tails(consumer, before, limit);
            read(consumer, tails);
            new LatestBefore(consumer, PATIENCE).settle(tails);
            List<AccessEntry> items = latest(tails, limit);
            boolean goesOn = tails.stream().anyMatch(LogTail::goesOn);
            return new AccessPage(items, goesOn ? cursor(tails).encode() : null);
        }
    }

    /** In the order of partitions. */
    private static List<LogTail> tails(Consumer<byte[], byte[]> consumer, Optional<LogCursor> before, int most) {
        List<TopicPartition> partitions = IntStream.range(0, TOPIC.partitions())
                .mapToObj(partition -> new TopicPartition(TOPIC.name(), partition))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        return partitions.stream()
                .map(partition -> {
                    long end = ends.getOrDefault(partition, 0L);
                    long stop = before.map(cursor -> cursor.ends().get(partition.partition()))
                            .map(place -> Math.min(place, end))
                            .orElse(end);
                    return new LogTail(partition, begins.getOrDefault(partition, 0L), stop, most);
                })
                .toList();
    }

    private void read(Consumer<byte[], byte[]> consumer, List<LogTail> tails) {
        tails.forEach(tail -> consumer.seek(tail.partition(), tail.start()));
        Instant patience = clock.instant().plus(PATIENCE);
        while (!tails.stream().allMatch(tail -> tail.isReadAt(consumer.position(tail.partition(), POLL)))) {
            if (clock.instant().isAfter(patience)) {
                throw new KafkaException("the record of accesses could not be read in time");
            }
            consumer.poll(POLL).forEach(record -> tails.get(record.partition()).add(record));
        }
    }

    private List<AccessEntry> latest(List<LogTail> tails, int limit) {
        List<AccessEntry> items = new ArrayList<>();
        try (Deserializer<AccessEvent> values = serdes.deserializer(TOPIC)) {
            Optional<LogTail> latest = latest(tails);
            while (items.size() < limit && latest.isPresent()) {
                items.add(entry(values, latest.get().take()));
                latest = latest(tails);
            }
        }
        return items;
    }

    private static Optional<LogTail> latest(List<LogTail> tails) {
        return tails.stream().filter(tail -> !tail.isEmpty()).max(Comparator.comparingLong(LogTail::latest));
    }

    private static AccessEntry entry(Deserializer<AccessEvent> values, ConsumerRecord<byte[], byte[]> record) {
        try {
            AccessEvent event = record.value() == null ? null : values.deserialize(TOPIC.name(), record.value());
            return event == null ? unreadable(record) : AccessEntry.of(event);
        } catch (RuntimeException e) {
            if (Fault.of(e) != Fault.OF_THE_RECORD) {
                throw e;
            }
            return unreadable(record);
        }
    }

    private static AccessEntry unreadable(ConsumerRecord<byte[], byte[]> record) {
        return AccessEntry.unreadable(
                record.partition() + "-" + record.offset(),
                Instant.ofEpochMilli(record.timestamp()).toString());
    }

    private static LogCursor cursor(List<LogTail> tails) {
        return new LogCursor(tails.stream().map(LogTail::end).toList());
    }
}
