package kz.aryz.dossier;

import java.util.Optional;
import java.util.regex.Pattern;
import kz.aryz.runtime.http.OpaqueText;

/**
 * Where on the log to read on: before it.
 *
 * @param offset on the complaint's partition
 */
public record Place(long offset) {

    /** Less than the largest number that there is. */
    private static final Pattern OFFSET = Pattern.compile("[0-9]{1,18}");

    /** An opaque text for callers. */
    public String encode() {
        return OpaqueText.of(String.valueOf(offset));
    }

    /** Empty where the text was not made by {@link #encode}. */
    public static Optional<Place> decode(String text) {
        return OpaqueText.read(text)
                .filter(said -> OFFSET.matcher(said).matches())
                .map(said -> new Place(Long.parseLong(said)));
    }
}
