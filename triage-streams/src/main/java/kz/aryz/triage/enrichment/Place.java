package kz.aryz.triage.enrichment;

import org.jspecify.annotations.Nullable;

/**
 * A place as far as the reference data knows it. A code that it does not know stays out: null means unknown.
 *
 * @param facilityCode the facility
 * @param facilityType its type, or the type that was declared without a facility
 * @param regionCode the region, under its present code
 * @param operatorBody the body that runs the facility, or that by law runs facilities of the type
 */
public record Place(
        @Nullable String facilityCode,
        @Nullable String facilityType,
        @Nullable String regionCode,
        @Nullable String operatorBody) {

    /** A place of which nothing is known. */
    public static final Place UNKNOWN = new Place(null, null, null, null);
}
