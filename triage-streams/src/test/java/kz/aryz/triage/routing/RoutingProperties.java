package kz.aryz.triage.routing;

import static kz.aryz.triage.decision.Complaints.REFERENCE;
import static kz.aryz.triage.decision.Complaints.TABLES;
import static kz.aryz.triage.decision.Complaints.accused;
import static kz.aryz.triage.decision.Complaints.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.reference.Reference;
import kz.aryz.reference.Table;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.Body;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.GivenTime;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.Names;
import kz.aryz.triage.assignment.Affiliation;
import kz.aryz.triage.classification.AllegationType;
import kz.aryz.triage.classification.Classification;
import kz.aryz.triage.decision.Decisions;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whoever is accused, in whatever tree, on whatever day: nobody of theirs gets the complaint. */
class RoutingProperties {

    private static final LocalDate REFORM = LocalDate.of(2024, 1, 1);
    private static final Classification CLASSIFICATION = Classification.standard();
    private static final Names NAMES = new Names("а", "б", "c");

    /** A body is part of an earlier one or of none, so that no tree is a circle. */
    private static final List<String> BODIES = List.of(
            "MIA",
            "KNB",
            "MOD",
            "PROSECUTOR",
            "COMMISSIONER",
            "COURT",
            "ANTIKOR",
            "KUIS",
            "GPO",
            "PROS_SPECIAL",
            "PROS_MILITARY",
            "PROS_KZ-75",
            "ANTIKOR_KZ-75");

    private static final List<String> UNITS =
            List.of("PROS.SPECIAL", "PROS.MILITARY", "PROS.KZ-75", "ANTIKOR.KZ-75", "COMMISSIONER", "COURT");

    @Property(tries = 3_000)
    void neverAssignsAComplaintToABodyOfTheAccused(
            @ForAll("trees") Tree tree,
            @ForAll("accusedSets") Set<String> accused,
            @ForAll("days") LocalDate incident,
            @ForAll("days") LocalDate decision,
            @ForAll AllegationType type,
            @ForAll ConsentValue consent) {
        AccountSection account = account(type, "KZ-75", accused, incident);

        Route route = new Decisions(tree.reference(), CLASSIFICATION)
                .decide(account, consent, at(decision), at(decision))
                .route();

        switch (route) {
            case Route.Assigned assigned ->
                assertThat(accused).allSatisfy(body -> {
                    assertThat(tree.top(assigned.ownerBody(), incident)).isNotEqualTo(tree.top(body, incident));
                    assertThat(tree.top(assigned.ownerBody(), decision)).isNotEqualTo(tree.top(body, decision));
                });
            case Route.Blocked blocked ->
                assertThat(UNITS)
                        .allSatisfy(unit -> assertThat(tree.tops(blocked.excludedBodies(), decision))
                                .contains(tree.top(bodyOf(unit), decision)));
        }
    }

    /** Nor does anybody of the unit's whole body as it is then, or as it becomes; and of what no unit may have, nobody of any. */
    @Property(tries = 3_000)
    void whoSeesAQueueWholeIsExcludedByNothingThatEverCameIntoIt(
            @ForAll("trees") Tree tree,
            @ForAll("accusedSets") Set<String> accused,
            @ForAll("days") LocalDate incident,
            @ForAll("days") LocalDate decision,
            @ForAll("days") LocalDate later) {
        AccountSection account = account(AllegationType.TORTURE, "KZ-75", accused, incident);
        LocalDate today = later.isBefore(decision) ? decision : later;

        Route route = new Decisions(tree.reference(), CLASSIFICATION)
                .decide(account, ConsentValue.GIVEN, at(decision), at(decision))
                .route();

        Affiliation affiliation = new Affiliation(tree.reference(), today);
        assertThat(affiliation.queue(route.unit()).kin()).doesNotContainAnyElementsOf(route.excludedBodies());
        assertThat(affiliation.queue("COMMISSIONER").kin()).isEmpty();
        if (!route.unit().equals("COMMISSIONER")) {
            assertThat(affiliation.queue(route.unit()).kin()).contains(route.ownerBody());
        }
    }

    @Property
    void neverAssignsWithinTheRealTreeOfBodies(
            @ForAll("realBodies") Set<String> accused,
            @ForAll("days") LocalDate incident,
            @ForAll AllegationType type) {
        AccountSection account = account(type, "KZ-33", accused, incident);
        LocalDate today = LocalDate.of(2026, 1, 1);

        Route route = new Decisions(REFERENCE, CLASSIFICATION)
                .decide(account, ConsentValue.GIVEN, at(today), at(today))
                .route();

        assertThat(route.excludedBodies()).doesNotContain(route.ownerBody());
        assertThat(route).isInstanceOf(Route.Assigned.class);
    }

    private static AccountSection account(AllegationType type, String region, Set<String> accused, LocalDate incident) {
        return complaint(c -> c.setDeclaredTypes(List.of(type.name()))
                .setRegionCode(region)
                .setAccused(accused(accused.toArray(String[]::new)))
                .setIncidentFrom(new GivenTime("", at(incident), "DAY")));
    }

    @Provide
    Arbitrary<Tree> trees() {
        return Combinators.combine(parents(), parents()).as(Tree::new);
    }

    @Provide
    Arbitrary<Set<String>> accusedSets() {
        return Arbitraries.of(BODIES).set().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Set<String>> realBodies() {
        LocalDate today = LocalDate.of(2026, 1, 1);
        List<String> codes = REFERENCE.bodies(today).stream()
                .map(Body::getCode)
                .filter(code -> !code.startsWith("COURT"))
                .toList();
        return Arbitraries.of(codes).set().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-800, 800).map(REFORM::plusDays);
    }

    /** For each body the place of its parent in the list; its own place or a later one means none. */
    private static Arbitrary<List<Integer>> parents() {
        return Arbitraries.integers().between(0, BODIES.size() - 1).list().ofSize(BODIES.size());
    }

    private static Instant at(LocalDate day) {
        return day.atTime(7, 0).toInstant(ZoneOffset.UTC);
    }

    private static String bodyOf(String unit) {
        return unit.replace('.', '_');
    }

    /** Bodies before and after a reform. */
    record Tree(List<Integer> before, List<Integer> after) {

        /** The answer, found the simple way. */
        String top(String body, LocalDate day) {
            int place = BODIES.indexOf(body);
            List<Integer> parents = day.isBefore(REFORM) ? before : after;
            while (parents.get(place) < place) {
                place = parents.get(place);
            }
            return BODIES.get(place);
        }

        Set<String> tops(Set<String> bodies, LocalDate day) {
            return bodies.stream().map(body -> top(body, day)).collect(Collectors.toSet());
        }

        Reference reference() {
            List<Body> rows = new ArrayList<>();
            for (int place = 0; place < BODIES.size(); place++) {
                rows.add(new Body(BODIES.get(place), LocalDate.EPOCH, REFORM, NAMES, parent(before, place), false));
                rows.add(new Body(BODIES.get(place), REFORM, null, NAMES, parent(after, place), false));
            }
            List<InvestigatorUnit> units = UNITS.stream()
                    .map(unit ->
                            new InvestigatorUnit(unit, LocalDate.EPOCH, null, NAMES, bodyOf(unit), "REGIONAL", null))
                    .toList();
            return new Reference("generated", TABLES.with(Table.BODIES, rows).with(Table.UNITS, units));
        }

        private static @Nullable String parent(List<Integer> parents, int place) {
            return parents.get(place) < place ? BODIES.get(parents.get(place)) : null;
        }
    }
}
