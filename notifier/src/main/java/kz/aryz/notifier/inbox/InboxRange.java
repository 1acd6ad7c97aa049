package kz.aryz.notifier.inbox;

import java.util.Optional;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.notifier.alert.InboxPlace;

/**
 * A stretch of the inbox.
 *
 * @param state only alerts in this state; empty for all
 * @param after the place to start behind; empty for the beginning
 * @param limit how many alerts at most
 */
record InboxRange(Optional<AlertState> state, Optional<InboxPlace> after, int limit) {

    /** Comes after every place of a state, and after every place at all. */
    private static final char END = '~';

    String from() {
        String start = state.map(AlertState::prefix).orElse("");
        return after.map(place -> place.text() + '\0')
                .filter(place -> place.compareTo(start) > 0)
                .orElse(start);
    }

    String to() {
        return state.map(AlertState::prefix).orElse("") + END;
    }

    InboxRange withLimit(int limit) {
        return new InboxRange(state, after, limit);
    }
}
