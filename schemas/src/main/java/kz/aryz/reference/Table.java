package kz.aryz.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import kz.aryz.schema.Addressee;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;
import kz.aryz.schema.FacilityType;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.JurisdictionProfile;
import kz.aryz.schema.Region;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table of reference data: its name and what every row of it has. Stateless, immutable.
 *
 * @param <T> the rows
 */
public final class Table<T extends SpecificRecord> {

    public static final Table<Region> REGIONS =
            new Table<>("regions", Region::getCode, Region::getValidFrom, Region::getValidTo);
    public static final Table<Body> BODIES = new Table<>("bodies", Body::getCode, Body::getValidFrom, Body::getValidTo);
    public static final Table<FacilityType> FACILITY_TYPES =
            new Table<>("facility-types", FacilityType::getCode, FacilityType::getValidFrom, FacilityType::getValidTo);
    public static final Table<Facility> FACILITIES =
            new Table<>("facilities", Facility::getCode, Facility::getValidFrom, Facility::getValidTo);
    public static final Table<InvestigatorUnit> UNITS = new Table<>(
            "units", InvestigatorUnit::getCode, InvestigatorUnit::getValidFrom, InvestigatorUnit::getValidTo);
    public static final Table<JurisdictionProfile> PROFILES = new Table<>(
            "profiles",
            JurisdictionProfile::getCode,
            JurisdictionProfile::getValidFrom,
            JurisdictionProfile::getValidTo);
    public static final Table<Addressee> ADDRESSEES =
            new Table<>("addressees", Addressee::getCode, Addressee::getValidFrom, Addressee::getValidTo);

    private final String name;
    private final Function<T, String> code;
    private final Function<T, LocalDate> validFrom;
    private final Function<T, @Nullable LocalDate> validTo;

    private Table(
            String name,
            Function<T, String> code,
            Function<T, LocalDate> validFrom,
            Function<T, @Nullable LocalDate> validTo) {
        this.name = name;
        this.code = code;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    /** All tables, a table after those that it refers to. */
    public static List<Table<?>> all() {
        return List.of(REGIONS, BODIES, FACILITY_TYPES, FACILITIES, UNITS, PROFILES, ADDRESSEES);
    }

    /** Name of the table, e.g. bodies: bodies.csv, reference.bodies. */
    public String name() {
        return name;
    }

    String code(T row) {
        return code.apply(row);
    }

    Validity validity(T row) {
        return new Validity(validFrom.apply(row), validTo.apply(row));
    }

    /** Key of the row's record: its code and the first day it holds, which together are unique. */
    String key(T row) {
        return code(row) + "/" + validFrom.apply(row);
    }

    @Override
    public String toString() {
        return name;
    }
}
