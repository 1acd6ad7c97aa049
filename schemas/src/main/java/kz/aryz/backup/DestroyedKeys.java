package kz.aryz.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.KeyDestroyed;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The data keys of whose destruction a backup has a record. The part with the wrapped keys may be older than that, and the
 * broker may not have cleaned them away when it was taken: none of them comes back.
 *
 * @param keyRefs their references
 * @param unreadable records that may tell of more, and cannot be read
 */
record DestroyedKeys(Set<String> keyRefs, long unreadable) {

    DestroyedKeys {
        keyRefs = Set.copyOf(keyRefs);
    }

    /** @param data the part with the record of accesses */
    static DestroyedKeys of(StoredPart data) throws IOException {
        StoredValues<AccessEvent> accesses = new StoredValues<>(data, Topics.ACCESSES);
        Set<String> keyRefs = new HashSet<>();
        AtomicLong unreadable = new AtomicLong();
        accesses.forEach(record -> {
            Optional<AccessEvent> event = accesses.read(record.value());
            event.map(AccessEvent::getKeyDestroyed)
                    .map(KeyDestroyed::getKeyRefs)
                    .ifPresent(keyRefs::addAll);
            if (event.filter(known -> known.getKind() != AccessEventKind.UNKNOWN)
                    .isEmpty()) {
                unreadable.incrementAndGet();
            }
        });
        return new DestroyedKeys(keyRefs, unreadable.get());
    }

    /** Whether a record would bring one of them back: its row, or a dead letter with it. What takes it away would not. */
    boolean areBroughtBackBy(ConsumerRecord<byte[], byte[]> record) {
        return record.value() != null && keyRefs.contains(keyRef(record));
    }

    private static String keyRef(ConsumerRecord<byte[], byte[]> record) {
        if (!record.topic().equals(Topics.KEYS.name())) {
            return DeadLetterHeaders.keyOn(Topics.KEYS, record.headers());
        }
        return record.key() == null ? "" : new String(record.key(), UTF_8);
    }
}
