package kz.aryz.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.access.Verdict;
import kz.aryz.runtime.signin.StaffRoute;
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
    private static final Affiliation AFFILIATION = new Affiliation(Complaints.REFERENCE, LocalDate.of(2026, 1, 1));
    private static final CopyOnWriteArrayList<Held.Lying> LYING = new CopyOnWriteArrayList<>();

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    /** A browser that nobody has signed in with, and that follows nothing. */
    private static final HttpClient STRANGER = HttpClient.newHttpClient();

    private static Staff staff;
    private static StaffedDesk desk;

    @BeforeContainer
    static void open() throws IOException {
        staff = new Staff();
        desk = new StaffedDesk(Optional.of(staff.client()), LYING);
    }

    @AfterContainer
    static void shut() {
        STRANGER.close();
        desk.close();
        staff.close();
    }

    record Asker(Set<Role> roles, Set<String> units) {

        Map<String, Object> claims() {
            return Map.of(
                    "roles", roles.stream().map(Role::code).toList(),
                    "units", List.copyOf(units),
                    "acr", "step-up",
                    "auth_time", Instant.now().getEpochSecond());
        }

        boolean knows(Held.Lying complaint) {
            Person person = AFFILIATION.of(new Person(staff.pseudonym(), roles, units, Set.of()));
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
        LYING.clear();
        LYING.addAll(complaints);
        try (HttpClient browser = staff.signedIn(desk.address, asker.claims())) {
            List<Answer> without = answers(asker, browser, hidden);
            LYING.addAll(hidden);

            List<Answer> with = answers(asker, browser, hidden);

            assertThat(with).isEqualTo(without);
            assertThat(with)
                    .filteredOn(Answer::isAboutComplaint)
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
        }
    }

    /** What a caller can tell answers apart by, their time excepted. */
    record Answer(String request, int status, Map<String, List<String>> headers, String body) {

        boolean isAboutComplaint() {
            return request.contains("more-");
        }
    }

    private List<Answer> answers(Asker asker, HttpClient browser, List<Held.Lying> hidden) throws Exception {
        List<Answer> answers = new ArrayList<>();
        Map<String, Object> claims = asker.claims();
        String formToken = formToken(browser);
        for (StaffRoute route : desk.table()) {
            for (String path : paths(route.path(), hidden)) {
                URI address = desk.address.resolve(path);
                boolean reads = route.method().equals("GET");
                switch (route.door()) {
                    case API -> answers.addAll(reads ? pages(route, path, claims) : said(route, path, claims));
                    case PAGE -> {
                        if (!route.path().equals("/sign-out")) {
                            answers.add(answer(
                                    route,
                                    path,
                                    reads ? page(browser, address) : form(browser, address, formToken + form(path))));
                        }
                    }
                    case PEER -> answers.add(answer(route, path, staff.program(address, "GET", claims)));
                    case PROVIDER -> answers.add(answer(route, path, form(STRANGER, address, "logout_token=none")));
                    case OPEN -> answers.add(answer(route, path, page(STRANGER, address)));
                }
            }
        }
        return answers;
    }

    /** What is read, and where it is a list, all that is behind it: where a page begins may tell as much as what is on it. */
    private static List<Answer> pages(StaffRoute route, String first, Map<String, Object> claims) throws Exception {
        List<Answer> pages = new ArrayList<>();
        Optional<String> next = Optional.of(first);
        while (next.isPresent()) {
            String path = next.get();
            HttpResponse<String> response = staff.program(desk.address.resolve(path), "GET", claims);
            pages.add(answer(route, path, response));
            next = NEXT.matcher(response.body())
                    .results()
                    .findFirst()
                    .map(found -> first + (first.contains("?") ? "&" : "?") + "after=" + found.group(1));
            next.ifPresent(following -> assertThat(following).as("what follows").isNotEqualTo(path));
        }
        return pages;
    }

    private static List<Answer> said(StaffRoute route, String path, Map<String, Object> claims) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (String json : json(path)) {
            answers.add(answer(route, path, staff.send(desk.address.resolve(path), "key", json, claims)));
        }
        return answers;
    }

    /** What there is to say in the API about a complaint. */
    private static List<String> json(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "assignment" -> List.of("{\"assignee\": \"somebody-else\", \"seq\": 3}");
            case "openings" ->
                List.of(
                        "{\"section\": \"identity\", \"purpose\": \"PROTECTION\"}",
                        "{\"section\": \"identity\", \"purpose\": \"PROTECTION\", \"breakGlass\": true, \"note\": \"life\"}");
            case "destruction-approvals" ->
                List.of("{\"sections\": [\"identity\"], \"ground\": \"COURT_ORDER\", \"reference\": \"1\"}");
            case "legal-holds", "lifting" -> List.of("{\"reason\": \"COURT\"}");
            default -> throw new IllegalArgumentException("Nothing is known to say to " + path);
        };
    }

    /** The same in forms. */
    private static String form(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "assignment" -> "&assignee=somebody-else&seq=3&key=key";
            case "openings" -> "&section=account&purpose=PROTECTION";
            case "destruction-approvals" -> "&section=identity&reason=COURT_ORDER&reference=1";
            case "legal-holds", "lifting" -> "&reason=COURT_PROCEEDINGS";
            default -> throw new IllegalArgumentException("Nothing is known to say to " + path);
        };
    }

    private static String formToken(HttpClient browser) throws Exception {
        String page = page(browser, desk.address.resolve("/signed-in")).body();
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
                .peek(path -> assertThat(path)
                        .as("something is put for everything in braces")
                        .doesNotContain("{"))
                .toList();
    }

    private static Answer answer(StaffRoute route, String path, HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(Set.of("date", "set-cookie"));
        headers.computeIfPresent(
                "location",
                (name, places) -> places.stream()
                        .map(NothingShowsThroughProperties::withoutLots)
                        .toList());
        return new Answer(route.method() + ' ' + path, response.statusCode(), headers, withoutIds(response.body()));
    }

    /** Nor does a sign-in go the same way twice. */
    private static String withoutLots(String address) {
        return address.replaceAll("(state|nonce|code_challenge)=[^&]+", "$1=lot");
    }

    /** Problems carry an id of their own, drawn by lot. */
    private static String withoutIds(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "id");
    }

    @Provide
    Arbitrary<Asker> askers() {
        return Combinators.combine(
                        Arbitraries.of(Role.class).set().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.of(UNITS.subList(0, 3)).set().ofMaxSize(2))
                .as(Asker::new);
    }

    /** No complaint lies with a unit whose body it excludes: that is what routing promises. */
    @Provide
    Arbitrary<List<Held.Lying>> complaints() {
        Arbitrary<Held.Lying> complaint = Combinators.combine(
                        Arbitraries.integers().between(0, 999_999),
                        Arbitraries.of(UNITS),
                        Arbitraries.of(staff.pseudonym(), "somebody-else").injectNull(0.3),
                        Arbitraries.of("MIA", "KNB", "PROS_KZ-71", "ANTIKOR_KZ-75")
                                .set()
                                .ofMaxSize(3))
                .as((number, unit, assignee, excluded) -> {
                    Set<String> bodies = new HashSet<>(excluded);
                    bodies.removeAll(AFFILIATION.queue(unit).kin());
                    return Held.lying("c" + number, unit, assignee, bodies.toArray(String[]::new));
                });
        return complaint.list().uniqueElements(Held.Lying::complaintId);
    }
}
