package kz.aryz.dossier.opening;

import java.util.List;
import java.util.Optional;

/**
 * As much of the records about a complaint as is read at once. It is bounded, so that no number of records, whoever has them
 * written, keeps anybody from reading the latest, and then all that are before.
 *
 * @param places offsets of the records, in the order of the log
 * @param next before which there are more; empty where there are none
 */
record Stretch(List<Long> places, Optional<Place> next) {

    /** How many records are read at most. */
    static final int MOST = 200;

    Stretch {
        places = List.copyOf(places);
    }

    /**
     * The latest.
     *
     * @param before of those before that place; empty for the latest of all
     */
    static Stretch of(List<Long> all, Optional<Place> before) {
        long end = before.map(Place::offset).orElse(Long.MAX_VALUE);
        List<Long> earlier =
                all.stream().filter(place -> place < end).sorted().distinct().toList();
        int from = Math.max(0, earlier.size() - MOST);
        List<Long> latest = earlier.subList(from, earlier.size());
        return new Stretch(latest, from == 0 ? Optional.empty() : Optional.of(new Place(latest.getFirst())));
    }
}
