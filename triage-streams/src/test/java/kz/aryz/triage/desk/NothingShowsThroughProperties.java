package kz.aryz.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.access.Verdict;
import kz.aryz.reference.PermittedUnits;
import kz.aryz.runtime.door.Answer;
import kz.aryz.runtime.door.Questions;
import kz.aryz.runtime.door.Routes;
import kz.aryz.runtime.door.Staff;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.triage.assignment.Affiliation;
import kz.aryz.triage.decision.Complaints;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whoever asks: with complaints that they may not know of, the desk gives the answers that it gives without them. */
@SuppressWarnings("NullAway.Init")
class NothingShowsThroughProperties {

    private static final List<String> UNITS = List.of("PROS.KZ-75", "PROS.KZ-71", "ANTIKOR.KZ-75", "COMMISSIONER");
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 20);
    private static final LocalDate AFTER = LocalDate.of(2025, 11, 3);
    private static final Affiliation AFFILIATION = new Affiliation(Complaints.REFERENCE, LocalDate.of(2026, 1, 1));
    private static final CopyOnWriteArrayList<Held.Lying> LYING = new CopyOnWriteArrayList<>();

    private static Staff staff;
    private static StaffedDesk desk;
    private static Questions questions;

    @BeforeContainer
    static void open() throws IOException {
        staff = new Staff("triage-streams");
        desk = new StaffedDesk(Optional.of(staff.client()), LYING);
        questions = new Questions(desk.address, desk.table(), staff);
    }

    @AfterContainer
    static void shut() {
        questions.close();
        desk.close();
        staff.close();
    }

    record Asker(Set<Role> roles, Set<String> units, Set<String> bodies) {

        Map<String, Object> claims() {
            return Map.of(
                    "roles", roles.stream().map(Role::code).toList(),
                    "units", List.copyOf(units),
                    "body", List.copyOf(bodies),
                    "acr", "step-up",
                    "auth_time", Instant.now().getEpochSecond());
        }

        boolean knows(Held.Lying complaint) {
            Person person = AFFILIATION.of(new Person(staff.pseudonym(), roles, units, bodies));
            ComplaintFacts facts = new ComplaintFacts(
                    complaint.holding().unit(),
                    Optional.ofNullable(complaint.holding().assignee()),
                    complaint.holding().excludedBodies(),
                    complaint.holding().unit().equals("COMMISSIONER"));
            return Access.decide(person, Action.SEE_ITEM, facts) instanceof Verdict.Allowed;
        }
    }

    /** Whoever adds one without adding it here fails the build: what no route leads to is not looked at below. */
    @Example
    void noRouteOfTheServiceIsLeftOut() throws IOException {
        assertThat(desk.table().stream().map(route -> route.method() + ' ' + route.path()))
                .containsAll(Routes.of("triage-streams"));
    }

    @Property(tries = 40)
    void complaintsThatSomebodyMayNotKnowOfChangeNoAnswer(
            @ForAll("askers") Asker asker,
            @ForAll("complaints") @Size(max = 12) List<Held.Lying> complaints,
            @ForAll("complaints") @Size(min = 1, max = 3) List<Held.Lying> more)
            throws Exception {
        List<Held.Lying> hidden = more.stream()
                .map(complaint -> new Held.Lying("more-" + complaint.complaintId(), complaint.holding()))
                .filter(complaint -> !asker.knows(complaint))
                .toList();

        assertThatNothingShows(asker, complaints, hidden);
    }

    /** What the anti-corruption service has against the KNB is from before it came under it. */
    @Example
    void whoIsOfTheBodyThatAUnitCameUnderLearnsNothingOfWhatAccusesIt() throws Exception {
        Asker asker = new Asker(Set.of(Role.HEAD_OF_UNIT), Set.of("ANTIKOR.KZ-75"), Set.of("KNB"));
        Set<String> excluded = routable("ANTIKOR.KZ-75", Set.of("KNB"), BEFORE);
        Held.Lying hidden = Held.lying("c1", "ANTIKOR.KZ-75", null, excluded.toArray(String[]::new));

        assertThat(excluded).contains("KNB");
        assertThat(asker.knows(hidden)).isFalse();
        assertThatNothingShows(asker, List.of(), List.of(hidden));
    }

    /** What no unit may have is held by the Commissioner, be it about the Commissioner's office. */
    @Example
    void whoIsOfTheCommissionersOfficeAndNoOfficerLearnsNothingOfWhatAccusesIt() throws Exception {
        Held.Lying hidden = Held.lying("c1", "COMMISSIONER", null, "COMMISSIONER", "NPM");

        for (Role role : Set.of(Role.HEAD_OF_UNIT, Role.TRIAGE_OFFICER, Role.SUPERVISING_PROSECUTOR)) {
            Asker asker = new Asker(Set.of(role), Set.of("COMMISSIONER"), Set.of("COMMISSIONER"));

            assertThat(asker.knows(hidden)).isFalse();
            assertThatNothingShows(asker, List.of(), List.of(hidden));
        }
    }

    private static void assertThatNothingShows(Asker asker, List<Held.Lying> complaints, List<Held.Lying> hidden)
            throws Exception {
        LYING.clear();
        LYING.addAll(complaints);
        try (HttpClient browser = staff.signedIn(desk.address, asker.claims())) {
            List<Answer> without = questions.ask(asker.claims(), browser, pattern -> paths(pattern, hidden));
            LYING.addAll(hidden);

            List<Answer> with = questions.ask(asker.claims(), browser, pattern -> paths(pattern, hidden));

            assertThat(with).isEqualTo(without);
            assertThat(with)
                    .filteredOn(Answer::isAboutOne)
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
        }
    }

    /** Every route about every unit, page by page, and about every complaint that is hidden. */
    private static List<String> paths(String pattern, List<Held.Lying> hidden) {
        Stream<String> inUnits = pattern.contains("{unit}")
                ? UNITS.stream().map(unit -> pattern.replace("{unit}", unit))
                : Stream.of(pattern);
        Stream<String> of = pattern.contains("{complaintId}")
                ? inUnits.flatMap(path ->
                        hidden.stream().map(complaint -> path.replace("{complaintId}", complaint.complaintId())))
                : inUnits;
        return of.flatMap(path -> path.contains("/staff") || pattern.contains("{complaintId}")
                        ? Stream.of(path)
                        : Stream.of(path, path + "?limit=1", path + "?unit=PROS.KZ-75"))
                .toList();
    }

    @Provide
    Arbitrary<Asker> askers() {
        return Combinators.combine(
                        Arbitraries.of(Role.class).set().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.of(UNITS).set().ofMaxSize(2),
                        Arbitraries.of("KNB", "ANTIKOR", "PROSECUTOR", "COMMISSIONER")
                                .set()
                                .ofMaxSize(1))
                .as(Asker::new);
    }

    /** Each lies where it could be routed to, before or after the anti-corruption service came under the KNB. */
    @Provide
    Arbitrary<List<Held.Lying>> complaints() {
        Arbitrary<Held.Lying> complaint = Combinators.combine(
                        Arbitraries.integers().between(0, 999_999),
                        Arbitraries.of(UNITS),
                        Arbitraries.of(staff.pseudonym(), "somebody-else").injectNull(0.3),
                        Arbitraries.of("MIA", "KNB", "PROS_KZ-71", "ANTIKOR_KZ-75", "COMMISSIONER")
                                .set()
                                .ofMaxSize(3),
                        Arbitraries.of(BEFORE, AFTER))
                .as((number, unit, assignee, excluded, day) -> Held.lying(
                        "c" + number,
                        unit,
                        assignee,
                        routable(unit, excluded, day).toArray(String[]::new)));
        return complaint.list().uniqueElements(Held.Lying::complaintId);
    }

    /** As much of the whole bodies as a complaint may exclude that is routed to the unit on that day: all where it is held. */
    private static Set<String> routable(String unit, Set<String> bodies, LocalDate day) {
        InvestigatorUnit target = Complaints.REFERENCE.unit(unit, day).orElseThrow();
        return bodies.stream()
                .map(body -> Complaints.REFERENCE.subtree(
                        Complaints.REFERENCE.topLevel(body, day).orElseThrow(), day))
                .filter(whole -> unit.equals("COMMISSIONER")
                        || new PermittedUnits(Complaints.REFERENCE, day, whole).permits(target))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
