package kz.aryz.triage.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The units and how much lies in their queues.
 *
 * @param units by code
 * @param partial true while some partition could not be asked: the counts may be too low. JSON says it only then
 */
public record UnitCounts(
        List<UnitCount> units,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean partial) {

    public UnitCounts {
        units = List.copyOf(units);
    }

    static final UnitCounts NONE = new UnitCounts(List.of(), false);

    /** Those of the units that fit. */
    UnitCounts where(Predicate<String> unit) {
        return new UnitCounts(
                units.stream().filter(count -> unit.test(count.unit())).toList(), partial);
    }

    /** Both, of different units. */
    UnitCounts and(UnitCounts other) {
        return new UnitCounts(
                Stream.concat(units.stream(), other.units.stream())
                        .sorted(Comparator.comparing(UnitCount::unit))
                        .toList(),
                partial || other.partial);
    }
}
