package kz.aryz.reference;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.schema.InvestigatorUnit;
import org.jspecify.annotations.Nullable;

/**
 * The units that a complaint may be given to: those of the day whose whole body, up to its top and down again, is outside every
 * excluded one. The Commissioner's queue is none of those that somebody chooses from. Immutable.
 *
 * @param reference the release in use
 * @param today the day
 * @param excludedBodies codes of the bodies that must not learn of it
 */
public record PermittedUnits(Reference reference, LocalDate today, Set<String> excludedBodies) {

    private static final String COMMISSIONER = "COMMISSIONER";

    /** Kinds of the units that the law gives torture to. */
    private static final Set<String> PROSECUTION = Set.of("SPECIAL", "MILITARY", "REGIONAL");

    public PermittedUnits {
        excludedBodies = Set.copyOf(excludedBodies);
    }

    /** The unit of that code, where there is one today; the Commissioner's is none. */
    public Optional<InvestigatorUnit> unit(String code) {
        return reference.unit(code, today).filter(unit -> !unit.getBodyCode().equals(COMMISSIONER));
    }

    /** Whether the unit is outside every excluded body. One whose body is not known may be inside. */
    public boolean permits(InvestigatorUnit unit) {
        return reference
                .topLevel(unit.getBodyCode(), today)
                .filter(top -> Collections.disjoint(reference.subtree(top, today), excludedBodies))
                .isPresent();
    }

    /** Whether the unit of that code may have it: there is one today, not the Commissioner's, and it is outside. */
    public boolean permits(String code) {
        return unit(code).filter(this::permits).isPresent();
    }

    /** All of them: those of the prosecution before others, and of each those of the region first. */
    public List<InvestigatorUnit> all(@Nullable String regionCode) {
        return reference.units(today).stream()
                .filter(unit -> !unit.getBodyCode().equals(COMMISSIONER))
                .filter(this::permits)
                .sorted(Comparator.<InvestigatorUnit, Boolean>comparing(
                                unit -> !PROSECUTION.contains(unit.getUnitKind()))
                        .thenComparing(unit -> regionCode == null || !regionCode.equals(unit.getRegionCode()))
                        .thenComparing(InvestigatorUnit::getCode))
                .toList();
    }
}
