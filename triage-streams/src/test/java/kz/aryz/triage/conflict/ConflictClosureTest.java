package kz.aryz.triage.conflict;

import static kz.aryz.triage.decision.Complaints.TABLES;
import static kz.aryz.triage.decision.Complaints.accused;
import static kz.aryz.triage.decision.Complaints.complaint;
import static kz.aryz.triage.decision.Complaints.time;
import static kz.aryz.triage.decision.Complaints.victim;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.aryz.reference.Reference;
import kz.aryz.reference.ReferenceTables;
import kz.aryz.reference.Table;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;
import kz.aryz.schema.FacilityType;
import kz.aryz.schema.Names;
import kz.aryz.triage.enrichment.Enrichment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever ran a place at any time of the incident, and whatever was part of whom. */
class ConflictClosureTest {

    private static final Instant DECIDED = Instant.parse("2025-10-01T06:00:00Z");
    private static final Names NAMES = new Names("а", "б", "c");
    private static final String PLACE = "KZ-75-X-1";

    @Test
    void excludesEverybodyWhoRanThePlaceDuringTheIncident() {
        ReferenceTables tables = withFacilities(
                facility("2000-01-01", "2023-03-01", "MIA"),
                facility("2023-03-01", "2024-03-01", "KNB"),
                facility("2024-03-01", "2025-02-01", "MOD"),
                facility("2025-02-01", null, "MOH"));

        NavigableSet<String> excluded = excluded(
                tables,
                c -> c.setAccused(accused("FINMON"))
                        .setFacilityCode(PLACE)
                        .setIncidentFrom(time("2022-12-01T06:00:00Z"))
                        .setIncidentTo(time("2024-06-01T06:00:00Z")));

        assertThat(excluded).contains("FINMON", "MIA", "KNB", "MOD", "MOH");
    }

    @Test
    void excludesWhoRanAPlaceThatIsClosedByNow() {
        ReferenceTables tables = withFacilities(facility("2000-01-01", "2021-03-01", "KNB"));

        assertThat(excluded(tables, c -> c.setAccused(accused("FINMON")).setFacilityCode(PLACE)))
                .contains("KNB");
        assertThat(excluded(
                        tables, c -> c.setAccused(accused("FINMON")).setVictims(victim(v -> v.setFacilityCode(PLACE)))))
                .contains("KNB");
    }

    @Test
    void excludesWhoRanPlacesOfTheTypeDuringTheIncident() {
        ReferenceTables tables = TABLES.with(
                Table.FACILITY_TYPES,
                List.of(type("2000-01-01", "2024-01-01", "KNB"), type("2024-01-01", null, "MOH")));

        assertThat(excluded(
                        tables,
                        c -> c.setAccused(accused("FINMON"))
                                .setFacilityType("ASYLUM")
                                .setIncidentFrom(time("2023-06-01T06:00:00Z"))))
                .contains("KNB", "MOH");
    }

    @Test
    void excludesTheOwnersOfAnAccusedPlaceThroughoutTheIncident() {
        ReferenceTables tables =
                withFacilities(facility("2000-01-01", "2023-03-01", "KNB"), facility("2023-03-01", null, "MIA"));

        assertThat(excluded(tables, c -> c.setAccused(accused(PLACE)).setIncidentFrom(time("2022-06-01T06:00:00Z"))))
                .contains("KNB", "MIA");
    }

    @Test
    void takesTimesThatCannotBeForTimesThatAreNotKnown() {
        ReferenceTables tables = TABLES.with(
                Table.BODIES,
                Stream.concat(
                                TABLES.rows(Table.BODIES).stream()
                                        .filter(body -> !body.getCode().equals("FINMON")),
                                Stream.of(
                                        body("2000-01-01", "2010-01-01", null),
                                        body("2010-01-01", "2015-01-01", "KNB"),
                                        body("2015-01-01", null, null)))
                        .toList());

        assertThat(excluded(tables, c -> c.setAccused(accused("KNB")).setIncidentFrom(time("2052-01-06T06:00:00Z"))))
                .contains("FINMON");
        assertThat(excluded(
                        tables,
                        c -> c.setAccused(accused("KNB"))
                                .setIncidentFrom(time("2025-01-06T06:00:00Z"))
                                .setIncidentTo(time("2012-01-06T06:00:00Z"))))
                .contains("FINMON");
    }

    private static NavigableSet<String> excluded(ReferenceTables tables, Consumer<AccountSection.Builder> content) {
        Reference reference = new Reference("changed", tables);
        AccountSection account = complaint(content);
        return new ConflictClosure(reference)
                .closure(account, new Enrichment(reference).enrich(account, DECIDED, DECIDED))
                .bodies();
    }

    private static ReferenceTables withFacilities(Facility... rows) {
        return TABLES.with(Table.FACILITIES, List.of(rows));
    }

    private static Facility facility(String from, @Nullable String to, String operator) {
        return new Facility(PLACE, LocalDate.parse(from), day(to), NAMES, "IVS", "KZ-75", operator);
    }

    private static FacilityType type(String from, @Nullable String to, String operator) {
        return new FacilityType("ASYLUM", LocalDate.parse(from), day(to), NAMES, operator);
    }

    private static Body body(String from, @Nullable String to, @Nullable String parent) {
        return new Body("FINMON", LocalDate.parse(from), day(to), NAMES, parent, true);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
