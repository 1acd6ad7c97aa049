package kz.aryz.notifier.holding;

import java.util.Optional;
import kz.aryz.notifier.store.TimeKey;

/**
 * A stretch of the list.
 *
 * @param after the place to start behind; empty for the beginning
 * @param limit how many at most
 */
record HeldRange(Optional<HeldPlace> after, int limit) {

    /** After every key. */
    static final String END = "~";

    /** The first key that may be in it. */
    String from() {
        return after.map(place -> place.text() + '\0').orElse(TimeKey.FIRST);
    }

    HeldRange withLimit(int limit) {
        return new HeldRange(after, limit);
    }
}
