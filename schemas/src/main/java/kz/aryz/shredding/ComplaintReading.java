package kz.aryz.shredding;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.id.ComplaintNumber;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.rotation.PartitionReading;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what is on record about one complaint, from the beginning of its partitions. For one thread. */
final class ComplaintReading {

    private final Consumer<String, byte[]> committed;
    private final AvroSerdes serdes;

    /** @param committed reads what is committed, and nothing else */
    ComplaintReading(Consumer<String, byte[]> committed, AvroSerdes serdes) {
        this.committed = committed;
        this.serdes = serdes;
    }

    /** The complaint of that number; it is looked for in the whole register. */
    Optional<String> find(ComplaintNumber number) {
        AtomicReference<String> found = new AtomicReference<>();
        try (Deserializer<CaseEvent> events = serdes.deserializer(Topics.CASE_EVENTS)) {
            for (int partition = 0; partition < Topics.CASE_EVENTS.partitions() && found.get() == null; partition++) {
                read(Topics.CASE_EVENTS, partition, message -> {
                    if (isRegistered(value(events, message), number)) {
                        found.set(message.key());
                    }
                });
            }
        }
        return Optional.ofNullable(found.get());
    }

    /** What is known of the complaint, with the keys of these sections. */
    ComplaintOnRecord read(String complaintId, Set<String> sections) {
        CaseHistory history = new CaseHistory();
        try (Deserializer<CaseEvent> events = serdes.deserializer(Topics.CASE_EVENTS)) {
            about(Topics.CASE_EVENTS, complaintId, message -> history.take(value(events, message)));
        }
        Map<TopicPartition, Long> ends = new HashMap<>(end());
        DestructionHistory destruction = new DestructionHistory();
        try (Deserializer<AccessEvent> events = serdes.deserializer(Topics.ACCESSES)) {
            about(Topics.ACCESSES, complaintId, message -> destruction.take(message, value(events, message)));
        }
        ends.putAll(end());
        Map<String, Instant> keys = keys(complaintId, sections, 0);
        return new ComplaintOnRecord(
                complaintId,
                history.isKnown() || !keys.isEmpty(),
                history.isComplete() && destruction.isComplete(),
                history.facts(),
                history.allegationClass(),
                destruction.holds(),
                destruction.approvals(),
                ends,
                destruction.digest(),
                putAside(complaintId, sections),
                keys);
    }

    private List<PutAside> putAside(String complaintId, Set<String> sections) {
        return Stream.of(Topics.TRIAGE_DEAD_LETTERS, Topics.NOTIFIER_DEAD_LETTERS)
                .flatMap(topic -> {
                    PutAside.Open open = new PutAside.Open();
                    read(topic, 0, open::take);
                    return open.all().stream();
                })
                .filter(letter -> isOf(letter.keyRef(), complaintId, sections))
                .toList();
    }

    /**
     * References of the keys that there are, and when each was made.
     *
     * @param end offset on the complaint's partition up to which it waits for what is there to be committed
     */
    Map<String, Instant> keys(String complaintId, Set<String> sections, long end) {
        Map<String, Instant> keys = new HashMap<>();
        try (Deserializer<WrappedKey> rows = serdes.deserializer(Topics.KEYS)) {
            read(Topics.KEYS, Topics.KEYS.partition(complaintId), end, message -> {
                if (message.key() == null || !isOf(message.key(), complaintId, sections)) {
                    return;
                }
                keys.remove(message.key());
                if (message.value() != null) {
                    keys.put(message.key(), madeAt(message, value(rows, message)));
                }
            });
        }
        return keys;
    }

    /** Whether it is the reference of a key of one of these sections. */
    private static boolean isOf(String keyRef, String complaintId, Set<String> sections) {
        return sections.stream().anyMatch(section -> KeyReference.isOf(keyRef, complaintId, section));
    }

    /** What cannot be read was there at the latest when it was written. */
    private static Instant madeAt(ConsumerRecord<String, byte[]> message, Optional<WrappedKey> row) {
        return row.map(WrappedKey::getCreatedAt).orElse(Instant.ofEpochMilli(message.timestamp()));
    }

    private static boolean isRegistered(Optional<CaseEvent> event, ComplaintNumber number) {
        return event.map(CaseEvent::getRegistered)
                .filter(registered -> registered.getComplaintNumber().equals(number.text()))
                .isPresent();
    }

    /** Empty for what this version cannot read. */
    private static <V> Optional<V> value(Deserializer<V> values, ConsumerRecord<String, byte[]> message) {
        try {
            return Optional.ofNullable(values.deserialize(message.topic(), message.value()));
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }

    private void about(
            Topic<?> topic, String complaintId, java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        read(topic, topic.partition(complaintId), message -> {
            if (complaintId.equals(message.key())) {
                each.accept(message);
            }
        });
    }

    private void read(Topic<?> topic, int number, java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        read(topic, number, 0, each);
    }

    private void read(
            Topic<?> topic, int number, long end, java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        TopicPartition partition = new TopicPartition(topic.name(), number);
        committed.assign(List.of(partition));
        committed.seekToBeginning(List.of(partition));
        PartitionReading reading = new PartitionReading(committed, partition);
        reading.through(end, each);
        reading.toEnd(each);
    }

    /** Where the last reading ended. */
    private Map<TopicPartition, Long> end() {
        return committed.assignment().stream().collect(Collectors.toMap(partition -> partition, committed::position));
    }
}
