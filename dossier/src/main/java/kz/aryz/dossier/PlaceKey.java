package kz.aryz.dossier;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.aryz.dossier.state.Destruction;
import kz.aryz.id.DeterministicId;

/**
 * Keys of the store {@link DossiersTopology#PLACES}: complaint, kind, place, so that places of a kind stand together in the
 * order of the log. The length of the complaint's id comes first: no id, whatever it is, is the beginning of another's.
 */
final class PlaceKey {

    private static final String EVENT = "event";
    private static final String DATA_KEY = "key";
    private static final String DESTRUCTION = "destroyed";

    /** Sorts after every digit. */
    private static final String AFTER_DIGITS = ":";

    private PlaceKey() {}

    /** Keys from one to another, both included. */
    record Range(String from, String to) {}

    /** Of a record that lies there. */
    static String at(String complaintId, Trail trail, long offset) {
        return of(complaintId, trail) + digits(offset);
    }

    /** Of the records that lie before that offset. */
    static Range before(String complaintId, Trail trail, long offset) {
        return new Range(at(complaintId, trail, 0), at(complaintId, trail, offset - 1));
    }

    /** Of the event with that id. */
    static String event(String complaintId, String eventId) {
        return of(complaintId, EVENT) + eventId;
    }

    /** Of the data key with that reference. */
    static String dataKey(String complaintId, String keyRef) {
        return of(complaintId, DATA_KEY) + keyRef.substring(complaintId.length() + 1);
    }

    /** With which the keys of all data keys of a section begin. */
    static String dataKeys(String complaintId, String section) {
        return of(complaintId, DATA_KEY) + section + '/';
    }

    /** Of what the same decision destroyed of a section at the same time. */
    static String destruction(String complaintId, Destruction destruction) {
        String[] noted = Stream.concat(Stream.of(destruction.getGround()), destruction.getBodies().stream())
                .toArray(String[]::new);
        String at = digits(Math.max(0, destruction.getAt().toEpochMilli()));
        return of(complaintId, DESTRUCTION)
                + String.join("|", List.of(at, destruction.getSection(), DeterministicId.of(noted)));
    }

    /** Of all that was destroyed, in the order of time. */
    static Range destructions(String complaintId) {
        String all = of(complaintId, DESTRUCTION);
        return new Range(all, all + AFTER_DIGITS);
    }

    private static String of(String complaintId, Trail trail) {
        return of(complaintId, trail.name().toLowerCase(Locale.ROOT));
    }

    private static String of(String complaintId, String kind) {
        return complaintId.length() + "|" + complaintId + '|' + kind + '|';
    }

    private static String digits(long number) {
        return "%019d".formatted(number);
    }
}
