package kz.aryz.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import kz.aryz.schema.Addressee;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;
import kz.aryz.schema.FacilityType;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.Region;

/**
 * One complete release of reference data, with the questions that decisions ask. Every question is about a day, because
 * borders, bodies and law change. Codes are found whatever their case. Immutable, safe to share between threads.
 */
public final class Reference {

    /** The clock of the law; its offset changed on 1 March 2024, which the time zone data knows. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    private final String version;
    private final Dated<Region> regions;
    private final Dated<Body> bodies;
    private final Dated<FacilityType> facilityTypes;
    private final Dated<Facility> facilities;
    private final Dated<InvestigatorUnit> units;
    private final Dated<Addressee> addressees;
    private final NavigableMap<LocalDate, Profile> profiles = new TreeMap<>();
    private final Map<String, String> regionByAlias = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final BodyTree tree;

    /**
     * A release.
     *
     * @param version of the release, recorded in every event that was decided with it
     * @param tables its rows, with at least one profile
     */
    public Reference(String version, ReferenceTables tables) {
        this.version = version;
        this.regions = Dated.inAnyCase(Table.REGIONS, tables.rows(Table.REGIONS));
        this.bodies = Dated.inAnyCase(Table.BODIES, tables.rows(Table.BODIES));
        this.facilityTypes = Dated.inAnyCase(Table.FACILITY_TYPES, tables.rows(Table.FACILITY_TYPES));
        this.facilities = Dated.inAnyCase(Table.FACILITIES, tables.rows(Table.FACILITIES));
        this.units = Dated.inAnyCase(Table.UNITS, tables.rows(Table.UNITS));
        this.addressees = Dated.inAnyCase(Table.ADDRESSEES, tables.rows(Table.ADDRESSEES));
        tables.rows(Table.PROFILES).forEach(row -> profiles.put(row.getValidFrom(), Profile.of(row)));
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("release " + version + " has no profile");
        }
        regions.all()
                .forEach(region -> region.getAliases().forEach(alias -> regionByAlias.put(alias, region.getCode())));
        this.tree = new BodyTree(bodies);
    }

    /** The day in Kazakhstan. */
    public static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public String version() {
        return version;
    }

    /** The region of that code or older code, e.g. KZ-75 or KZ-ALA. */
    public Optional<Region> region(String codeOrAlias, LocalDate date) {
        return regions.at(regionByAlias.getOrDefault(codeOrAlias, codeOrAlias), date);
    }

    public List<Region> regions(LocalDate date) {
        return regions.at(date);
    }

    public Optional<Body> body(String code, LocalDate date) {
        return bodies.at(code, date);
    }

    /** All that the body was from the first to the last day, in the order of time. */
    public List<Body> bodiesDuring(String code, LocalDate first, LocalDate last) {
        return bodies.during(code, first, last);
    }

    public List<Body> bodies(LocalDate date) {
        return bodies.at(date);
    }

    public Optional<FacilityType> facilityType(String code, LocalDate date) {
        return facilityTypes.at(code, date);
    }

    /** All that the type was from the first to the last day, in the order of time. */
    public List<FacilityType> facilityTypesDuring(String code, LocalDate first, LocalDate last) {
        return facilityTypes.during(code, first, last);
    }

    public List<FacilityType> facilityTypes(LocalDate date) {
        return facilityTypes.at(date);
    }

    public Optional<Facility> facility(String code, LocalDate date) {
        return facilities.at(code, date);
    }

    /** All that the facility was from the first to the last day, in the order of time. */
    public List<Facility> facilitiesDuring(String code, LocalDate first, LocalDate last) {
        return facilities.during(code, first, last);
    }

    public List<Facility> facilities(LocalDate date) {
        return facilities.at(date);
    }

    public Optional<InvestigatorUnit> unit(String code, LocalDate date) {
        return units.at(code, date);
    }

    /** All that the unit was from the first to the last day, in the order of time. */
    public List<InvestigatorUnit> unitsDuring(String code, LocalDate first, LocalDate last) {
        return units.during(code, first, last);
    }

    public List<InvestigatorUnit> units(LocalDate date) {
        return units.at(date);
    }

    /** Codes of all units there ever were: each has a queue. */
    public List<String> unitCodes() {
        return units.all().stream().map(InvestigatorUnit::getCode).distinct().toList();
    }

    public List<Addressee> addressees(LocalDate date) {
        return addressees.at(date);
    }

    /** The profile in force on that day; before the first one, the first one. */
    public Profile profile(LocalDate date) {
        Map.Entry<LocalDate, Profile> inForce = profiles.floorEntry(date);
        return (inForce == null ? profiles.firstEntry() : inForce).getValue();
    }

    /** The ministry, agency or committee at the top of a body on that day; empty where there is no such body. */
    public Optional<String> topLevel(String body, LocalDate date) {
        return tree.topLevel(body, date);
    }

    /** A body and all that is below it on that day; empty where there is no such body. */
    public NavigableSet<String> subtree(String body, LocalDate date) {
        return tree.subtree(body, date);
    }

    /** The first day of the period, and every later day in it on which the tree of bodies changed. */
    public NavigableSet<LocalDate> bodyTreeShapes(LocalDate from, LocalDate to) {
        return tree.shapes(from, to);
    }
}
