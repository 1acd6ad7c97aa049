package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.aryz.access.Role;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.signin.RouteLine.Door;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of every service, for every role, by every method: what {@code routes.txt} says and nothing else. */
@SuppressWarnings("NullAway.Init")
@Uses(SignInAryz.class)
class ForcedBrowsingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BROKEN_OFF = "{";

    /** To whom a form was shown in another session, it comes back: as a page, or in a list, or not at all if nothing is in it. */
    private static final List<Integer> GIVEN_BACK = List.of(303, 400, 403);

    private static final String SIGN_OUT = "/sign-out";
    private static final String NEVER = "00000000-0000-8000-8000-000000000000";
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "ANY");

    private static final SignInAryz ARYZ = SignInAryz.get();

    private static Known known;

    /** A service that runs. */
    record Service(String name, URI address, LocalServer process) {

        List<RouteLine> table() {
            return RouteLine.all().stream()
                    .filter(line -> line.service().equals(name))
                    .toList();
        }

        List<RouteLine> guarded() {
            return table().stream().filter(line -> line.door() != Door.OPEN).toList();
        }

        /** How the line of its log begins that names its routes. */
        String answers() {
            return name + " answers ";
        }

        boolean has(String route) {
            return table().stream().anyMatch(line -> line.route().equals(route));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void handIn() throws Exception {
        for (Service service : services()) {
            awaitReady(service.address());
        }
        known = handedIn();
    }

    static List<Service> services() {
        return List.of(
                new Service("intake-service", ARYZ.intake(), ARYZ.processes().intake()),
                new Service("triage-streams", ARYZ.desk(), ARYZ.processes().triage()),
                new Service("notifier", ARYZ.inbox(), ARYZ.processes().notifier()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyRouteThatAServiceAnswersSaysForWhom(Service service) throws IOException {
        try (Stream<String> log = Files.lines(service.process().log())) {
            assertThat(log.map(ForcedBrowsingTest::message)
                            .filter(message -> message.startsWith(service.answers()))
                            .flatMap(message -> Stream.of(
                                    message.substring(service.answers().length())
                                            .split(", ", -1)))
                            .filter(route ->
                                    !service.has(route.replaceFirst("^HEAD ", "GET ")) || !route.startsWith("HEAD "))
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            service.table().stream().map(RouteLine::route).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleFindsWhatItMayAndOfTheRestNothing(Role role) throws Exception {
        for (Service service : services()) {
            try (Somebody somebody = Somebody.of(ARYZ, service.address(), role);
                    Somebody nobody = Somebody.unknown(service.address())) {
                for (RouteLine line : signingOutLast(service.guarded())) {
                    Told answer = ask(somebody, line, known.in(line.path()));
                    if (line.to().contains(role)) {
                        assertThat(answer.status()).as("%s: %s", role, line).isEqualTo(line.answer());
                    } else if (line.door() == Door.FORM) {
                        assertThat(answer).as("%s: %s", role, line).isEqualTo(ask(nobody, line, line.path()));
                    } else {
                        assertThat(answer.status()).as("%s: %s", role, line).isEqualTo(404);
                        assertThat(answer).isEqualTo(ask(somebody, line, known.never(line.path())));
                        assertThat(answer.body())
                                .isEqualTo(ask(somebody, line, nowhere(line)).body());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void whoeverIsNotSignedInIsAskedWhoTheyAreAndToldNothing(Service service) throws Exception {
        try (Somebody nobody = Somebody.unknown(service.address())) {
            for (RouteLine line : service.table()) {
                assertThat(ask(nobody, line, known.in(line.path())).status())
                        .as(line.toString())
                        .isEqualTo(withoutSignIn(line));
            }
            for (RouteLine line : service.guarded()) {
                assertThat(withoutSealed(ask(nobody, line, known.in(line.path()))))
                        .isEqualTo(withoutSealed(ask(nobody, line, known.never(line.path()))));
            }
        }
    }

    /** What they sent goes back to them, sealed anew each time. */
    private static String withoutSealed(Told answer) {
        return answer.body().replaceAll("(?<=name=\"unsent\" value=\")[A-Za-z0-9_-]+", "");
    }

    @ParameterizedTest
    @MethodSource("services")
    void aFormWithoutTheSessionsTokenChangesNothing(Service service) throws Exception {
        for (Role role : Role.values()) {
            try (Somebody somebody = Somebody.of(ARYZ, service.address(), role);
                    Somebody other = Somebody.of(ARYZ, service.address(), role)) {
                for (RouteLine line : service.table()) {
                    if (line.door() == Door.PAGE && line.method().equals("POST")) {
                        for (String form : List.of("", "csrf=", "csrf=" + "A".repeat(43))) {
                            assertThat(somebody.page("POST", known.in(line.path()), form)
                                            .status())
                                    .as("%s: %s", role, line)
                                    .isEqualTo(403);
                        }
                        assertThat(somebody.page("POST", known.in(line.path()), other.form())
                                        .status())
                                .as("%s in another session: %s", role, line)
                                .isIn(line.to().contains(role) ? GIVEN_BACK : List.of(404));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void noOtherMethodTellsAnything(Service service) throws Exception {
        try (Somebody nobody = Somebody.unknown(service.address());
                Somebody auditor = Somebody.of(ARYZ, service.address(), Role.AUDITOR)) {
            for (String path : guardedPaths(service)) {
                for (String method : METHODS) {
                    if (!service.has(method + " " + path)) {
                        Told answer = nobody.page(method, known.in(path), "");

                        assertThat(answer.status()).as("%s %s", method, path).isIn(404, 405);
                        assertThat(answer).isEqualTo(nobody.page(method, known.never(path), ""));
                        assertThat(auditor.page(method, known.in(path), auditor.form()))
                                .isEqualTo(auditor.page(method, known.never(path), auditor.form()))
                                .extracting(Told::status)
                                .isEqualTo(answer.status());
                        assertThat(auditor.api(method, known.in(path), BROKEN_OFF)
                                        .status())
                                .isEqualTo(answer.status());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void toHeadEverybodyIsAnsweredAsToGet(Service service) throws Exception {
        for (Role role : List.of(Role.AUDITOR, Role.HEAD_OF_UNIT, Role.COMMISSIONER_OFFICER)) {
            try (Somebody somebody = Somebody.of(ARYZ, service.address(), role)) {
                for (String path : guardedPaths(service)) {
                    if (service.has("GET " + path)) {
                        Told page = somebody.page("HEAD", known.in(path), "");
                        Told program = somebody.api("HEAD", known.in(path), "");

                        assertThat(page.body()).isEmpty();
                        assertThat(page.status())
                                .as("%s %s", role, path)
                                .isEqualTo(
                                        somebody.page("GET", known.in(path), "").status());
                        assertThat(program.status())
                                .as("%s %s", role, path)
                                .isEqualTo(
                                        somebody.api("GET", known.in(path), "").status());
                    }
                }
            }
        }
    }

    private static List<String> guardedPaths(Service service) {
        return service.guarded().stream().map(RouteLine::path).distinct().toList();
    }

    /** What the addresses of the table are about. */
    record Known(String complaintId, String obligationId) {

        String in(String pattern) {
            return filled(pattern, complaintId, obligationId);
        }

        String never(String pattern) {
            return filled(pattern, NEVER, NEVER);
        }

        private static String filled(String pattern, String complaintId, String obligationId) {
            return pattern.replace("{unit}", ALMATY)
                    .replace("{complaintId}", complaintId)
                    .replace("{obligationId}", obligationId);
        }
    }

    /** A complaint that nobody else knows of, and its alert. */
    private static Known handedIn() throws Exception {
        Colleague head = Colleague.of(ARYZ, "head-of-unit", ALMATY);
        Token officer = Token.of(ARYZ.offset(), "--role", "commissioner-officer");
        try (Http http = new Http()) {
            RoutedComplaint complaint = RoutedComplaint.handIn(http, ARYZ.addresses(), head, ARYZ.desk());
            String alert = await().atMost(PATIENCE)
                    .ignoreException(IOException.class)
                    .until(
                            () -> alert(
                                    officer.read(http, ARYZ.inbox().resolve("/api/v1/alerts?limit=500")),
                                    complaint.number()),
                            found -> !found.isEmpty());
            for (URI service : List.of(ARYZ.desk(), ARYZ.inbox())) {
                try (Somebody anybody = Somebody.of(ARYZ, service, Role.COMMISSIONER_OFFICER)) {
                    await().atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(anybody.page("GET", "/complaints/" + complaint.id(), "")
                                            .status())
                                    .isEqualTo(200));
                }
            }
            return new Known(complaint.id(), alert);
        }
    }

    private static void awaitReady(URI service) throws Exception {
        try (Somebody anybody = Somebody.unknown(service)) {
            await().atMost(PATIENCE)
                    .ignoreException(IOException.class)
                    .until(() -> anybody.page("GET", "/health/ready", "").status() == 200);
        }
    }

    private static String alert(Http.Answer alerts, String number) {
        return StreamSupport.stream(alerts.body().path("items").spliterator(), false)
                .filter(alert -> alert.path("complaintNumber").asText().equals(number))
                .findFirst()
                .map(alert -> alert.path("obligationId"))
                .map(JsonNode::asText)
                .orElse("");
    }

    private static Told ask(Somebody somebody, RouteLine line, String path) throws Exception {
        boolean post = line.method().equals("POST");
        return switch (line.door()) {
            case API -> somebody.api(line.method(), path, post ? BROKEN_OFF : "");
            case PAGE, FORM, PEER, OPEN -> somebody.page(line.method(), path, post ? somebody.form() : "");
        };
    }

    private static String nowhere(RouteLine line) {
        return line.path().startsWith("/api/") ? "/api/v1/nothing/of/this/kind" : "/nothing/of/this/kind";
    }

    private static int withoutSignIn(RouteLine line) {
        return switch (line.door()) {
            case OPEN -> line.answer();
            case PAGE -> line.method().equals("GET") || line.path().equals(SIGN_OUT) ? 303 : 401;
            case FORM, API -> 401;
            case PEER -> 404;
        };
    }

    private static List<RouteLine> signingOutLast(List<RouteLine> table) {
        return Stream.concat(
                        table.stream().filter(line -> !line.path().equals(SIGN_OUT)),
                        table.stream().filter(line -> line.path().equals(SIGN_OUT)))
                .toList();
    }

    private static String message(String line) {
        try {
            return JSON.readTree(line).path("message").asText();
        } catch (IOException notOurs) {
            return "";
        }
    }
}
