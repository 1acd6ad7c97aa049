package kz.aryz.dossier.opening;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where on the log to read on: before it.
 *
 * @param offset on the complaint's partition
 */
record Place(long offset) {

    /** An opaque text for callers. */
    String encode() {
        byte[] text = String.valueOf(offset).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** Empty where the text was not made by {@link #encode}. */
    static Optional<Place> decode(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            return Optional.of(new Place(Long.parseLong(decoded))).filter(place -> place.offset >= 0);
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
