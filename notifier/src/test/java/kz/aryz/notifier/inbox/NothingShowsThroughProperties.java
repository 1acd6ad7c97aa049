package kz.aryz.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.access.Verdict;
import kz.aryz.notifier.inbox.HeldComplaints.Lying;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoute;
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

    private static final Set<String> PAGED = Set.of("/", "/api/v1/alerts", "/held", "/api/v1/held");

    /** A browser that nobody has signed in with, and that follows nothing. */
    private static final HttpClient STRANGER = HttpClient.newHttpClient();

    private static Staff staff;
    private static StaffedInbox inbox;

    @BeforeContainer
    static void open() throws IOException {
        staff = new Staff();
        inbox = new StaffedInbox(staff.client(), new HeldComplaints(LYING), new OpenedComplaints(OPENED));
    }

    @AfterContainer
    static void shut() {
        STRANGER.close();
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
            List<Answer> without = answers(asker, browser, hidden);
            LYING.addAll(hidden);
            if (!asker.readsTheLog()) {
                OPENED.addAll(hidden);
            }

            List<Answer> with = answers(asker, browser, hidden);

            assertThat(with).isEqualTo(without);
            assertThat(with)
                    .filteredOn(answer -> answer.pattern().contains("Id}"))
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
        }
    }

    /** What a caller can tell answers apart by, their time excepted. */
    record Answer(String pattern, String path, int status, Map<String, List<String>> headers, String body) {}

    private List<Answer> answers(Asker asker, HttpClient browser, List<Lying> hidden) throws Exception {
        List<Answer> answers = new ArrayList<>();
        String formToken = formToken(browser);
        for (StaffRoute route : inbox.table()) {
            boolean reads = route.method().equals("GET");
            for (String path : paths(route.path(), hidden)) {
                URI address = inbox.address.resolve(path);
                switch (route.door()) {
                    case API ->
                        answers.add(answer(
                                route,
                                path,
                                staff.program(address, route.method(), reads ? "" : json(path), asker.claims())));
                    case PAGE -> {
                        if (!route.path().equals("/sign-out")) {
                            answers.add(answer(
                                    route,
                                    path,
                                    reads ? page(browser, address) : form(browser, address, formToken + form(path))));
                        }
                    }
                    case PEER -> answers.add(answer(route, path, staff.program(address, "GET", asker.claims())));
                    case PROVIDER -> answers.add(answer(route, path, form(STRANGER, address, "logout_token=none")));
                    case OPEN -> answers.add(answer(route, path, page(STRANGER, address)));
                }
            }
        }
        return answers;
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
        return of.peek(path -> assertThat(path)
                        .as("something is put for everything in braces")
                        .doesNotContain("{"))
                .toList();
    }

    /** What there is to say in the API. */
    private static String json(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "acknowledgement" -> "{\"note\": \"seen\"}";
            case "openings" -> "{\"section\": \"identity\", \"purpose\": \"PROTECTION\"}";
            case "destruction-approvals" ->
                "{\"sections\": [\"identity\"], \"ground\": \"COURT_ORDER\", \"reference\": \"1\"}";
            case "legal-holds", "lifting" -> "{\"reason\": \"COURT\"}";
            case "release", "ex-officio-check" -> "{\"unit\": \"PROS.KZ-75\", \"reason\": \"LIFE_AT_RISK\"}";
            default -> throw new IllegalArgumentException("Nothing is known to say to " + path);
        };
    }

    /** The same in forms. */
    private static String form(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "acknowledgement" -> "&note=seen";
            case "openings" -> "&section=account&purpose=PROTECTION";
            case "destruction-approvals" -> "&section=identity&reason=COURT_ORDER&reference=1";
            case "legal-holds", "lifting" -> "&reason=COURT_PROCEEDINGS";
            case "release", "ex-officio-check" -> "&unit=PROS.KZ-75&reason=LIFE_AT_RISK&key=key";
            default -> throw new IllegalArgumentException("Nothing is known to say to " + path);
        };
    }

    private static String formToken(HttpClient browser) throws Exception {
        String page = page(browser, inbox.address.resolve("/signed-in")).body();
        return "csrf=" + page.replaceFirst("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> form(HttpClient browser, URI address, String form) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(address)
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> page(HttpClient browser, URI address) throws Exception {
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static Answer answer(StaffRoute route, String path, HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(Set.of("date", "set-cookie"));
        headers.computeIfPresent(
                "location",
                (name, places) -> places.stream()
                        .map(NothingShowsThroughProperties::withoutLots)
                        .toList());
        String request = route.method() + ' ' + route.path();
        return new Answer(request, path, response.statusCode(), headers, withoutIds(response.body()));
    }

    /** Nor does a sign-in go the same way twice. */
    private static String withoutLots(String address) {
        return address.replaceAll("(state|nonce|code_challenge)=[^&]+", "$1=lot");
    }

    /** Forms carry keys of their own, drawn by lot. */
    private static String withoutIds(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "id");
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
