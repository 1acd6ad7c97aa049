package kz.aryz.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import kz.aryz.schema.Addressee;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;
import kz.aryz.schema.FacilityType;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.JurisdictionProfile;
import kz.aryz.schema.Region;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table of reference data: its name and what every row of it has. Stateless, immutable.
 *
 * @param <T> the rows
 */
public final class Table<T extends SpecificRecord> {

    public static final Table<Region> REGIONS =
            new Table<>("regions", Topics.REFERENCE_REGIONS, Region::getCode, Region::getValidFrom, Region::getValidTo);
    public static final Table<Body> BODIES =
            new Table<>("bodies", Topics.REFERENCE_BODIES, Body::getCode, Body::getValidFrom, Body::getValidTo);
    public static final Table<FacilityType> FACILITY_TYPES = new Table<>(
            "facility-types",
            Topics.REFERENCE_FACILITY_TYPES,
            FacilityType::getCode,
            FacilityType::getValidFrom,
            FacilityType::getValidTo);
    public static final Table<Facility> FACILITIES = new Table<>(
            "facilities", Topics.REFERENCE_FACILITIES, Facility::getCode, Facility::getValidFrom, Facility::getValidTo);
    public static final Table<InvestigatorUnit> UNITS = new Table<>(
            "units",
            Topics.REFERENCE_UNITS,
            InvestigatorUnit::getCode,
            InvestigatorUnit::getValidFrom,
            InvestigatorUnit::getValidTo);
    public static final Table<JurisdictionProfile> PROFILES = new Table<>(
            "profiles",
            Topics.REFERENCE_PROFILES,
            JurisdictionProfile::getCode,
            JurisdictionProfile::getValidFrom,
            JurisdictionProfile::getValidTo);
    public static final Table<Addressee> ADDRESSEES = new Table<>(
            "addressees",
            Topics.REFERENCE_ADDRESSEES,
            Addressee::getCode,
            Addressee::getValidFrom,
            Addressee::getValidTo);

    static final Comparator<Table<?>> BY_NAME = Comparator.comparing(Table::name);

    private final String name;
    private final Topic<T> topic;
    private final Function<T, String> code;
    private final Function<T, LocalDate> validFrom;
    private final Function<T, @Nullable LocalDate> validTo;

    private Table(
            String name,
            Topic<T> topic,
            Function<T, String> code,
            Function<T, LocalDate> validFrom,
            Function<T, @Nullable LocalDate> validTo) {
        this.name = name;
        this.topic = topic;
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

    /** The topic that carries the table. */
    public Topic<T> topic() {
        return topic;
    }

    /** Name of the file that the table is kept in. */
    String file() {
        return name + ".csv";
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
