package kz.aryz.triage.disposition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unit that owns a complaint, and why.
 *
 * @param unit code of the unit
 * @param ownerBody code of the body it belongs to
 * @param rules ids of the rules that led here, in order
 * @param excludedBodies codes of the bodies that must not learn of it
 * @param regionCode ISO 3166-2:KZ code; null where unknown
 * @param facilityType code of the facility's type; null where unknown
 */
public record Assignment(
        String unit,
        String ownerBody,
        List<String> rules,
        List<String> excludedBodies,
        @Nullable String regionCode,
        @Nullable String facilityType) {

    public Assignment {
        rules = List.copyOf(rules);
        excludedBodies = List.copyOf(excludedBodies);
    }
}
