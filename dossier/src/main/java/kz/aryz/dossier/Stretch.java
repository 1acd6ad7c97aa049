package kz.aryz.dossier;

import java.util.List;
import java.util.Optional;

/**
 * As much of the records about a complaint as is read at once. It is bounded, so that no number of records, whoever has them
 * written, keeps anybody from reading the latest, and then all that are before.
 *
 * @param places offsets of the records, in the order of the log
 * @param more whether there are more before them
 */
public record Stretch(List<Long> places, boolean more) {

    /** How many records are read at most. */
    public static final int MOST = 200;

    public Stretch {
        places = List.copyOf(places);
    }

    /** Before which there are more; empty where there are none. */
    public Optional<Place> next() {
        return more ? Optional.of(new Place(places.getFirst())) : Optional.empty();
    }
}
