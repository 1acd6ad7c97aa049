package kz.aryz.notifier.holding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.aryz.notifier.store.TimeKey;

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
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The place that the text stands for; empty where it was not made by {@link #encode}. */
    static Optional<HeldPlace> decode(String encoded) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            return TEXT.matcher(text).matches() ? Optional.of(new HeldPlace(text)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(HeldPlace other) {
        return text.compareTo(other.text);
    }
}
