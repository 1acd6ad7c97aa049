package kz.aryz.triage.desk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import kz.aryz.triage.queue.IndexKey;

/** Where a page of a queue ends, as an opaque text for callers. */
final class Cursor {

    private Cursor() {}

    static String encode(IndexKey last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.text().getBytes(StandardCharsets.UTF_8));
    }

    /** The place that the text stands for; empty where it was not made by {@link #encode} for this unit. */
    static Optional<IndexKey> decode(String unit, String text) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return IndexKey.parse(key).filter(place -> place.unit().equals(unit));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
