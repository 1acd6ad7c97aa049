package kz.aryz.notifier.holding;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.aryz.notifier.store.TimeKey;
import kz.aryz.runtime.http.OpaqueText;

/**
 * Where a complaint stands in the list: what the office is told of first comes first. To be told of moves it behind, so that
 * whoever reads on may meet it twice, and misses none.
 *
 * @param text its key among the deadlines, which sorts like the place
 */
record HeldPlace(String text) implements Comparable<HeldPlace> {

    private static final Pattern TEXT = Pattern.compile("\\d{13}\\|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    static HeldPlace of(Instant remindedFrom, String complaintId) {
        return new HeldPlace(TimeKey.of(remindedFrom, complaintId));
    }

    /** As an opaque text for callers. */
    String encode() {
        return OpaqueText.of(text);
    }

    /** The place that the text stands for; empty where it was not made by {@link #encode}. */
    static Optional<HeldPlace> decode(String encoded) {
        return OpaqueText.read(encoded)
                .filter(text -> TEXT.matcher(text).matches())
                .map(HeldPlace::new);
    }

    @Override
    public int compareTo(HeldPlace other) {
        return text.compareTo(other.text);
    }
}
