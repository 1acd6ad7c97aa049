package kz.aryz.notifier.release;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Recipient;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.KafkaException;

/** How far the keys of a released complaint are, as it stands on the log. */
final class KeyState {

    private final PlacedRecords records;

    KeyState(PlacedRecords records) {
        this.records = records;
    }

    /**
     * Parts of a released identity.
     *
     * @param handed those that the unit can open
     * @param waiting those whose key the unit does not have
     * @param missing those that have no key at all: it was destroyed, or has not been read yet
     */
    record Parts(int handed, int waiting, int missing) {}

    /** Empty where nothing was released, or the log cannot be read now. */
    Optional<Parts> of(Dossier dossier) {
        Dossier.Release release = dossier.release();
        if (release == null) {
            return Optional.empty();
        }
        List<Long> places = release.keyRefs().stream()
                .map(dossier.keys()::get)
                .filter(Objects::nonNull)
                .toList();
        try {
            Map<Long, WrappedKey> rows = records.read(Topics.KEYS, dossier.complaintId(), places);
            int handed = (int) rows.values().stream().filter(KeyState::isHanded).count();
            int missing = release.keyRefs().size() - places.size();
            return Optional.of(new Parts(handed, places.size() - handed, missing));
        } catch (KafkaException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isHanded(WrappedKey row) {
        return row.getWraps().stream().anyMatch(wrap -> wrap.getRecipient().equals(Recipient.TRIAGE.name()));
    }
}
