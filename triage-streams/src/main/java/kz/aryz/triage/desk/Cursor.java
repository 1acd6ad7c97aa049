package kz.aryz.triage.desk;

import java.util.Optional;
import kz.aryz.runtime.http.OpaqueText;
import kz.aryz.triage.queue.IndexKey;

/** Where a page of a queue ends, as an opaque text for callers. */
final class Cursor {

    private Cursor() {}

    static String encode(IndexKey last) {
        return OpaqueText.of(last.text());
    }

    /** The place that the text stands for; empty where it was not made by {@link #encode} for this unit. */
    static Optional<IndexKey> decode(String unit, String text) {
        return OpaqueText.read(text)
                .flatMap(IndexKey::parse)
                .filter(place -> place.unit().equals(unit));
    }
}
