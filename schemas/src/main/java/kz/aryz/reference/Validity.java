package kz.aryz.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a row holds. Stateless, immutable.
 *
 * @param from the first day
 * @param to the first day no longer; null while the row holds
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && (to == null || date.isBefore(to));
    }

    /** Whether it contains a day from the first to the last one. */
    boolean meets(LocalDate first, LocalDate last) {
        return !last.isBefore(from) && (to == null || first.isBefore(to));
    }

    boolean overlaps(Validity other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    boolean isEmpty() {
        return to != null && !from.isBefore(to);
    }

    private boolean startsBeforeEndOf(Validity other) {
        return other.to == null || from.isBefore(other.to);
    }
}
