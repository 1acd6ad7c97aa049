package kz.aryz.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.access.Verdict;
import kz.aryz.notifier.inbox.HeldComplaints.Lying;
import kz.aryz.runtime.door.Answer;
import kz.aryz.runtime.door.Questions;
import kz.aryz.runtime.door.Routes;
import kz.aryz.runtime.door.Staff;
import kz.aryz.runtime.signin.Rule;
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

/** Whoever asks: with complaints that they may not know of, the Commissioner's service gives the answers that it gives without. */
@SuppressWarnings("NullAway.Init")
class NothingShowsThroughProperties {

    private static final List<String> UNITS = List.of("PROS.KZ-75", "PROS.KZ-71", "COMMISSIONER");
    private static final List<String> BODIES = List.of("PROS_KZ-75", "PROS_KZ-71", "MIA", "COMMISSIONER");
    private static final CopyOnWriteArrayList<Lying> LYING = new CopyOnWriteArrayList<>();
    private static final CopyOnWriteArrayList<Lying> OPENED = new CopyOnWriteArrayList<>();

    private static final Set<String> PAGED =
            Set.of("/", "/api/v1/alerts", "/held", "/api/v1/held", "/accesses", "/api/v1/accesses");

    private static Staff staff;
    private static StaffedInbox inbox;
    private static Questions questions;

    @BeforeContainer
    static void open() throws IOException {
        staff = new Staff("notifier");
        inbox = new StaffedInbox(staff.client(), new HeldComplaints(LYING), new OpenedComplaints(OPENED));
        questions = new Questions(inbox.address, inbox.table(), staff);
    }

    @AfterContainer
    static void shut() {
        questions.close();
        inbox.close();
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

        boolean knows(Lying complaint) {
            return Access.decide(person(), Action.SEE_ITEM, complaint.facts()) instanceof Verdict.Allowed;
        }

        /** To them, whatever somebody has read is known to have been read, and nothing else of it. */
        boolean readsTheLog() {
            return Rule.may(Action.READ_LOG).admits(person());
        }

        private Person person() {
            return new Person(staff.pseudonym(), roles, units, bodies);
        }
    }

    /** Whoever adds one without adding it here fails the build: what no route leads to is not looked at below. */
    @Example
    void noRouteOfTheServiceIsLeftOut() throws IOException {
        assertThat(inbox.table().stream().map(route -> route.method() + ' ' + route.path()))
                .containsAll(Routes.of("notifier"));
    }

    @Property(tries = 40)
    void complaintsThatSomebodyMayNotKnowOfChangeNoAnswer(
            @ForAll("askers") Asker asker,
            @ForAll("complaints") @Size(max = 6) List<Lying> complaints,
            @ForAll("complaints") @Size(min = 1, max = 3) List<Lying> more)
            throws Exception {
        List<Lying> hidden = more.stream()
                .map(complaint -> new Lying(
                        "more-" + complaint.complaintId(),
                        complaint.unit(),
                        complaint.assignee(),
                        complaint.excludedBodies()))
                .filter(complaint -> !asker.knows(complaint))
                .toList();
        LYING.clear();
        LYING.addAll(complaints);
        OPENED.clear();
        OPENED.addAll(complaints);
        try (HttpClient browser = staff.signedIn(inbox.address.resolve("/signed-in"), asker.claims())) {
            List<Answer> without = questions.ask(asker.claims(), browser, pattern -> paths(pattern, hidden));
            LYING.addAll(hidden);
            if (!asker.readsTheLog()) {
                OPENED.addAll(hidden);
            }

            List<Answer> with = questions.ask(asker.claims(), browser, pattern -> paths(pattern, hidden));

            assertThat(with).isEqualTo(without);
            assertThat(with)
                    .filteredOn(Answer::isAboutOne)
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
        }
    }

    /** Every route, lists by the page and narrowed too, and what is about a complaint or an alert for every one that is hidden. */
    private static List<String> paths(String pattern, List<Lying> hidden) {
        Stream<String> of = pattern.contains("Id}")
                ? hidden.stream()
                        .map(complaint -> pattern.replace("{complaintId}", complaint.complaintId())
                                .replace("{obligationId}", complaint.obligationId()))
                : PAGED.contains(pattern)
                        ? Stream.of(pattern, pattern + "?limit=1", pattern + "?state=OPEN")
                        : Stream.of(pattern);
        return of.toList();
    }

    @Provide
    Arbitrary<Asker> askers() {
        return Combinators.combine(
                        Arbitraries.of(Role.class).set().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.of(UNITS.subList(0, 2)).set().ofMaxSize(2),
                        Arbitraries.of(BODIES).set().ofMaxSize(2))
                .as(Asker::new);
    }

    @Provide
    Arbitrary<List<Lying>> complaints() {
        Arbitrary<Lying> complaint = Combinators.combine(
                        Arbitraries.integers().between(0, 999_999),
                        Arbitraries.of(UNITS),
                        Arbitraries.of(staff.pseudonym(), "somebody-else").injectNull(0.3),
                        Arbitraries.of(BODIES.subList(0, 3)).set().ofMaxSize(2))
                .as((number, unit, assignee, excluded) -> new Lying("c" + number, unit, assignee, excluded));
        return complaint.list().uniqueElements(Lying::complaintId);
    }
}
