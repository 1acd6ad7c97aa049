package kz.aryz.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.aryz.dossier.state.Destruction;
import kz.aryz.dossier.state.StoredPlace;
import kz.aryz.sealing.Section;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the places of a complaint: no more of them than is asked for. */
record StoredPlaces(ReadOnlyKeyValueStore<String, StoredPlace> store, String complaintId) {

    /** So many destructions are told at most, the latest. */
    static final int DESTRUCTIONS = 50;

    Stretch stretch(Trail trail, Optional<Place> before) {
        long end = before.map(Place::offset).orElse(Long.MAX_VALUE);
        List<Long> latest = end == 0
                ? List.of()
                : latest(PlaceKey.before(complaintId, trail, end), Stretch.MOST + 1).stream()
                        .map(StoredPlace::getOffset)
                        .toList();
        int more = Math.max(0, latest.size() - Stretch.MOST);
        return new Stretch(latest.subList(more, latest.size()), more > 0);
    }

    /** By the references; nothing of those that were never there. */
    Map<String, KeyPlace> keys(List<String> keyRefs) {
        Map<String, KeyPlace> known = new HashMap<>();
        for (String keyRef : keyRefs) {
            StoredPlace stored = store.get(PlaceKey.dataKey(complaintId, keyRef));
            if (stored != null) {
                known.put(keyRef, KeyPlace.of(stored));
            }
        }
        return known;
    }

    /** Whether there is, or was, a data key of a note: it is on the log before what it seals. */
    boolean haveNotes() {
        try (KeyValueIterator<String, StoredPlace> keys =
                store.prefixScan(PlaceKey.dataKeys(complaintId, Section.NOTE.path()), new StringSerializer())) {
            return keys.hasNext();
        }
    }

    /** The latest, by section, in the order of time. */
    Map<String, List<Dossier.Destroyed>> destroyed() {
        return latest(PlaceKey.destructions(complaintId), DESTRUCTIONS).stream()
                .map(StoredPlace::getDestruction)
                .collect(Collectors.groupingBy(
                        Destruction::getSection,
                        LinkedHashMap::new,
                        Collectors.mapping(Dossier.Destroyed::of, Collectors.toList())));
    }

    /** Those with the highest keys, in the order of their keys. */
    private List<StoredPlace> latest(PlaceKey.Range range, int most) {
        List<StoredPlace> latest = new ArrayList<>();
        try (KeyValueIterator<String, StoredPlace> backward = store.reverseRange(range.from(), range.to())) {
            while (latest.size() < most && backward.hasNext()) {
                latest.add(backward.next().value);
            }
        }
        return latest.reversed();
    }
}
