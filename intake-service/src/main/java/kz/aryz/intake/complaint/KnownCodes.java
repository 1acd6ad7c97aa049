package kz.aryz.intake.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.aryz.reference.Reference;
import kz.aryz.schema.GivenTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether reference data knows a code on one of the days: that of receipt and, because complaints tell of the past, that of
 * the incident. While there is no reference data, every code is known. Immutable.
 */
record KnownCodes(Optional<Reference> reference, List<LocalDate> days) {

    KnownCodes {
        days = List.copyOf(days);
    }

    KnownCodes alsoOn(@Nullable GivenTime time) {
        if (time == null || time.getInstant() == null) {
            return this;
        }
        LocalDate day = Reference.day(time.getInstant());
        return new KnownCodes(
                reference, Stream.concat(days.stream(), Stream.of(day)).toList());
    }

    Predicate<String> regions() {
        return on((data, day) -> code -> data.region(code, day).isPresent());
    }

    Predicate<String> bodies() {
        return on((data, day) -> code -> data.body(code, day).isPresent());
    }

    Predicate<String> facilities() {
        return on((data, day) -> code -> data.facility(code, day).isPresent());
    }

    Predicate<String> facilityTypes() {
        return on((data, day) -> code -> data.facilityType(code, day).isPresent());
    }

    private Predicate<String> on(BiFunction<Reference, LocalDate, Predicate<String>> known) {
        return reference
                .map(data -> days.stream().map(day -> known.apply(data, day)).reduce(code -> false, Predicate::or))
                .orElse(code -> true);
    }
}
