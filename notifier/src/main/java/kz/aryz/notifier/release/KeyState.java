package kz.aryz.notifier.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.KeyPlace;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.dossier.Places;
import kz.aryz.dossier.Stretch;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.Released;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Recipient;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.KafkaException;

/** How far the keys of a released complaint are, as it stands on the log; of the latest parts, as many as are read at once. */
final class KeyState {

    private final Places places;
    private final PlacedRecords records;

    KeyState(Places places, PlacedRecords records) {
        this.places = places;
        this.records = records;
    }

    /**
     * Parts of a released identity.
     *
     * @param handed those that the unit can open
     * @param waiting those whose key the unit does not have
     * @param missing those that have no key at all: it was destroyed, or has not been read yet
     * @param all whether they are all that were released, and not the latest alone
     */
    record Parts(int handed, int waiting, int missing, boolean all) {}

    /** Empty where nothing was released, or that cannot be read now. */
    Optional<Parts> of(Dossier dossier) {
        Dossier.Release release = dossier.release();
        if (release == null) {
            return Optional.empty();
        }
        try {
            return released(dossier.complaintId(), release).flatMap(keyRefs -> parts(dossier.complaintId(), keyRefs));
        } catch (KafkaException unreadable) {
            return Optional.empty();
        }
    }

    /** References of the data keys that the unit was to get: what came in later is not among them. */
    private Optional<List<String>> released(String complaintId, Dossier.Release release) {
        return records.read(Topics.CASE_EVENTS, complaintId, List.of(release.offset())).values().stream()
                .map(CaseEvent::getReleased)
                .flatMap(Stream::ofNullable)
                .map(Released::getKeyRefs)
                .findFirst();
    }

    private Optional<Parts> parts(String complaintId, List<String> released) {
        int before = Math.max(0, released.size() - Stretch.MOST);
        List<String> latest = released.subList(before, released.size());
        return places.keys(complaintId, latest).map(keys -> parts(complaintId, latest, keys, before == 0));
    }

    private Parts parts(String complaintId, List<String> keyRefs, Map<String, KeyPlace> keys, boolean all) {
        List<Long> offsets = keyRefs.stream()
                .map(keys::get)
                .flatMap(Stream::ofNullable)
                .map(KeyPlace::offset)
                .flatMap(Stream::ofNullable)
                .toList();
        Map<Long, WrappedKey> rows = records.read(Topics.KEYS, complaintId, offsets);
        int handed = (int) rows.values().stream().filter(KeyState::isHanded).count();
        return new Parts(handed, offsets.size() - handed, keyRefs.size() - offsets.size(), all);
    }

    private static boolean isHanded(WrappedKey row) {
        return row.getWraps().stream().anyMatch(wrap -> wrap.getRecipient().equals(Recipient.TRIAGE.name()));
    }
}
