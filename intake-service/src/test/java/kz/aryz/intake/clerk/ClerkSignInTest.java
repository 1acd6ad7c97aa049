package kz.aryz.intake.clerk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.aryz.access.Role;
import kz.aryz.intake.api.TestServer;
import kz.aryz.intake.submission.Actor;
import kz.aryz.intake.submission.TestIntake;
import kz.aryz.runtime.signin.OidcClient;
import kz.aryz.runtime.signin.StaffRoute;
import kz.aryz.runtime.signin.StaffRoute.Door;
import kz.aryz.schema.Channel;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Submission;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.threeten.extra.MutableClock;

/** The clerk's pages where clerks sign in: who is let in, and what becomes of a text whose session ends. */
class ClerkSignInTest {

    private static final String STORY = "\r\nЕго били \"всю ночь\" <там> & здесь.\r\n\r\nПотом увезли.";
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final TestIntake intake = TestIntake.create();
    private final StaffProvider provider = new StaffProvider();
    private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
    private final HttpClient browser = newBrowser();
    private final int port = freePort();
    private TestServer server = serving(intake, provider.client());

    @BeforeEach
    void signIn() throws Exception {
        provider.nextIs("aigul", "intake-clerk");
        assertThat(open("/clerk").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        server.close();
        provider.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"INTAKE_CLERK", "NPM_MONITOR", "COMMISSIONER_OFFICER", "FACILITY_TERMINAL"})
    void whoeverMaySubmitIsLetInAndStandsInTheEventAndNowhereElse(Role role) throws Exception {
        HttpClient theirs = newBrowser();
        provider.nextIs("somebody", role.code());
        Map<String, String> form =
                new HashMap<>(Html.hidden(open(theirs, "/clerk").body()));
        form.put("narrative", STORY);

        HttpResponse<String> receipt = send(theirs, "/clerk", form);

        assertThat(receipt.statusCode()).isEqualTo(200);
        EventHeader header = submissions().getFirst().getHeader();
        assertThat(header.getActorRef()).isEqualTo(provider.pseudonym("somebody"));
        assertThat(header.getActorBody()).isEqualTo("COMMISSIONER");
        assertThat(receipt.body()).doesNotContain(provider.pseudonym("somebody"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"INTAKE_CLERK", "NPM_MONITOR", "COMMISSIONER_OFFICER", "FACILITY_TERMINAL"})
    void forEverybodyElseThereIsNoSuchPage(Role role) throws Exception {
        HttpClient theirs = newBrowser();
        provider.nextIs("somebody", role.code());
        open(theirs, "/signed-in");

        for (StaffRoute route : clerks()) {
            Map<String, List<String>> told = told(ask(theirs, route.method(), route.path()));

            if (route.method().equals("GET")) {
                assertThat(told)
                        .as(route.toString())
                        .containsEntry("status", List.of("404"))
                        .isEqualTo(told(ask(theirs, "GET", "/no-such-page")));
            } else {
                assertThat(told)
                        .as(route.toString())
                        .containsEntry("status", List.of("401"))
                        .isEqualTo(told(ask(newBrowser(), "POST", route.path())));
            }
        }
        assertThat(submissions()).isEmpty();
    }

    @Test
    void everyPageOfClerksAsksWhoItIs() throws Exception {
        assertThat(clerks()).hasSizeGreaterThan(2);
        for (StaffRoute route : clerks()) {
            HttpResponse<String> answer = ask(newBrowser(), route.method(), route.path());

            if (route.method().equals("GET")) {
                assertThat(answer.previousResponse()).as(route.toString()).isPresent();
            } else {
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(401);
            }
        }
        assertThat(submissions()).isEmpty();
    }

    /** All but the sign-in's own pages, which are for everybody. */
    private List<StaffRoute> clerks() {
        return server.guarded().stream()
                .filter(route -> route.door() == Door.PAGE && !route.path().startsWith("/sign"))
                .toList();
    }

    private HttpResponse<String> ask(HttpClient client, String method, String path) throws Exception {
        return method.equals("GET") ? open(client, path) : send(client, path, Map.of("narrative", STORY));
    }

    /** The answer to somebody, but for what every answer has of its own. */
    private static Map<String, List<String>> told(HttpResponse<String> answer) {
        Map<String, List<String>> told = new HashMap<>(answer.headers().map());
        told.remove("date");
        told.put("status", List.of(String.valueOf(answer.statusCode())));
        told.put("body", List.of(answer.body()));
        return told;
    }

    @ParameterizedTest
    @CsvSource({"PT30M, PT0S", "PT29M, PT11H31M"})
    void aTextOutlivesTheEndOfItsSession(Duration away, Duration more) throws Exception {
        Map<String, String> form = typed();
        clock.add(away);
        keepBusyFor(more);

        assertThatNothingIsLost(form);
    }

    /** Does something every 29 minutes. */
    private void keepBusyFor(Duration time) throws Exception {
        Duration step = IDLE.minusMinutes(1);
        for (Duration left = time; left.isPositive(); left = left.minus(step)) {
            open("/clerk");
            clock.add(left.compareTo(step) < 0 ? left : step);
        }
    }

    @Test
    void aTextOutlivesThatSomebodySignedInWhoTakesNoComplaintsDown() throws Exception {
        Map<String, String> form = typed();
        proveIdentity(open("/sign-in?return=/signed-in"), "marat", "auditor");

        assertThatNothingIsLost(form);
    }

    @Test
    void aTextOutlivesASignOutInAnotherWindow() throws Exception {
        Map<String, String> form = typed();
        send(browser, "/sign-out", Map.of("csrf", form.get("csrf")));

        assertThatNothingIsLost(form);
    }

    @Test
    void aTextOutlivesARestart() throws Exception {
        Map<String, String> form = typed();
        server.close();
        server = serving(intake, provider.client());

        assertThatNothingIsLost(form);
    }

    /** The form comes back unseen, is shown to whoever signs in, and is one complaint when they send it. */
    private void assertThatNothingIsLost(Map<String, String> form) throws Exception {
        HttpResponse<String> over = send(browser, "/clerk", form);
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(over.body())
                .doesNotContain("<textarea", "hreflang=")
                .contains("href=\"/sign-in?return=/signed-in\"");
        Map<String, String> kept = Html.hidden(over.body());
        assertThat(kept).containsAllEntriesOf(without(form, "csrf")).doesNotContainKey("csrf");
        assertThat(send(browser, "/clerk", kept).statusCode()).isEqualTo(401);

        signInAnew();
        HttpResponse<String> again = send(browser, "/clerk", kept);
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("Его били", "&lt;там&gt; &amp; здесь.", "value=\"VISIT\" selected");
        assertThat(submissions()).isEmpty();

        kept.put("csrf", Html.hidden(again.body()).get("csrf"));
        assertThat(Html.hidden(again.body())).containsEntry("clientId", form.get("clientId"));
        HttpResponse<String> receipt = send(browser, "/clerk", kept);
        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(send(browser, "/clerk", kept).body()).isEqualTo(receipt.body());
        assertThat(submissions()).hasSize(1);
    }

    @Test
    void whatWasTakenInJustBeforeARestartIsNotTakenInAgain() throws Exception {
        Map<String, String> form = typed();
        String receipt = send(browser, "/clerk", form).body();
        server.close();
        server = serving(intake.restartedAt(TestIntake.NOW.plusSeconds(60)), provider.client());

        assertThatItIsStoredAndNothingComesBack(form, codes(receipt));
    }

    @Test
    void whatIsStoredDoesNotComeBackAfterASignOut() throws Exception {
        Map<String, String> form = typed();
        String receipt = send(browser, "/clerk", form).body();
        send(browser, "/sign-out", Map.of("csrf", form.get("csrf")));

        assertThatItIsStoredAndNothingComesBack(form, codes(receipt));
    }

    /** Neither to nobody nor to whoever signs in next. */
    private void assertThatItIsStoredAndNothingComesBack(Map<String, String> form, List<String> codes)
            throws Exception {
        HttpResponse<String> toNobody = send(browser, "/clerk", form);
        signInAnew();
        HttpResponse<String> toTheNext = send(browser, "/clerk", form);

        assertThat(codes).hasSize(2);
        assertThat(toNobody.statusCode()).isEqualTo(401);
        assertThat(toTheNext.statusCode()).isEqualTo(403);
        for (HttpResponse<String> page : List.of(toNobody, toTheNext)) {
            assertThat(page.body())
                    .contains("role=\"status\"", "href=\"/clerk\"")
                    .doesNotContain(codes)
                    .doesNotContain("Его били", form.get("clientId"));
        }
        assertThat(submissions()).hasSize(1);
    }

    @Test
    void whatWasTypedAfterItWasStoredIsNotLost() throws Exception {
        Map<String, String> form = typed();
        send(browser, "/clerk", form);
        clock.add(IDLE);
        form.put("narrative", STORY + " И ещё.");

        assertThat(Html.hidden(send(browser, "/clerk", form).body())).containsEntry("narrative", STORY + " И ещё.");
    }

    @Test
    void aTextOutlivesASessionThatEndedBeforeAnotherLanguageWasChosen() throws Exception {
        Map<String, String> form = typed();
        form.put("to", "language");
        assertThat(send(browser, "/clerk?lang=ru", form).body()).contains("<html lang=\"ru\"", "Его били");
        clock.add(IDLE);

        HttpResponse<String> over = send(browser, "/clerk?lang=en", form);
        signInAnew();
        HttpResponse<String> again = send(browser, "/clerk?lang=en", Html.hidden(over.body()));

        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(over.body()).contains("<html lang=\"en\"", "action=\"/clerk?lang=en\"");
        assertThat(again.body()).contains("<html lang=\"en\"", "Его били");
        assertThat(submissions()).isEmpty();
    }

    @Test
    void aChoiceOfLanguageDoesNotBringBackAfterASignOutWhatWasTakenInSince() throws Exception {
        Map<String, String> half = typed();
        half.put("to", "language");
        Map<String, String> whole = without(half, "to");
        whole.put("narrative", STORY + " И ещё.");
        String receipt = send(browser, "/clerk", whole).body();
        send(browser, "/sign-out", Map.of("csrf", half.get("csrf")));

        assertThatItIsStoredAndNothingComesBack(half, codes(receipt));
    }

    @Test
    void aTextWithoutTheTokenOfItsSessionIsNoComplaint() throws Exception {
        for (String token : List.of("", "x".repeat(43))) {
            Map<String, String> form = typed();
            form.put("csrf", token);

            HttpResponse<String> page = send(browser, "/clerk", form);

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("role=\"alert\"", "Его били");
        }
        assertThat(submissions()).isEmpty();
    }

    @Test
    void theNextComplaintOutlivesTheEndOfTheSessionToo() throws Exception {
        clock.add(IDLE);
        HttpResponse<String> over =
                send(browser, "/clerk/next", Map.of("channel", "VISIT", "origin", "NGO", "call", "same"));
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(over.body()).contains("action=\"/clerk/next?lang=", "Шағым сақталды");

        signInAnew();
        HttpResponse<String> next = send(browser, "/clerk/next", Html.hidden(over.body()));

        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.body()).contains("value=\"VISIT\" selected", "value=\"NGO\" selected");
    }

    @Test
    void whoSignsInBehindATerminalSaysHowTheNextComplaintReachedThem() throws Exception {
        clock.add(IDLE);
        HttpResponse<String> over =
                send(browser, "/clerk/next", Map.of("channel", "FACILITY_TERMINAL", "origin", "NGO", "call", "same"));

        signInAnew();
        HttpResponse<String> next = send(browser, "/clerk/next", Html.hidden(over.body()));

        assertThat(next.body())
                .contains("<select id=\"channel\"", "value=\"NGO\" selected")
                .doesNotContain("FACILITY_TERMINAL");
    }

    @Test
    void atATerminalNobodyIsAskedHowItReachedUs() throws Exception {
        HttpClient terminal = newBrowser();
        Map<String, String> form = typedAt(terminal);

        HttpResponse<String> receipt = send(terminal, "/clerk", form);
        Map<String, String> next = Html.hidden(receipt.body());
        next.put("call", "new");

        assertThat(submissions())
                .singleElement()
                .extracting(submission -> submission.getComplaintReceived().getChannel())
                .isEqualTo(Channel.FACILITY_TERMINAL);
        for (HttpResponse<String> page : List.of(open(terminal, "/clerk"), send(terminal, "/clerk/next", next))) {
            assertThat(page.body())
                    .doesNotContain("<select id=\"channel\"")
                    .containsPattern("id=\"narrative\"[^>]* autofocus");
        }
        assertThat(open("/clerk").body()).contains("<select id=\"channel\"").doesNotContain("FACILITY_TERMINAL");
    }

    @Test
    void whatWasTypedAtATerminalIsSentWithoutItsSessionAndShownToNobody() throws Exception {
        HttpClient terminal = newBrowser();
        Map<String, String> form = typedAt(terminal);
        form.put("to", "language");
        clock.add(IDLE);

        HttpResponse<String> over = send(terminal, "/clerk", form);
        Map<String, String> kept = Html.hidden(over.body());
        signInAnew();
        HttpResponse<String> toStaff = send(browser, "/clerk", form);
        HttpResponse<String> receipt = send(terminal, "/", kept);

        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(toStaff.statusCode()).isEqualTo(403);
        for (HttpResponse<String> page : List.of(over, toStaff)) {
            assertThat(page.body())
                    .contains("action=\"/?lang=")
                    .doesNotContain("<textarea", "id=\"sign-in\"", "action=\"/clerk");
        }
        assertThat(kept).containsEntry("narrative", STORY).doesNotContainKeys("csrf", "to");
        assertThat(codes(receipt.body())).hasSize(2);
        assertThat(send(terminal, "/", kept).body()).isEqualTo(receipt.body());
        assertThat(send(browser, "/clerk", kept).body())
                .contains("role=\"status\"", "href=\"/clerk\"")
                .doesNotContain(codes(receipt.body()))
                .doesNotContain("Его били", form.get("clientId"));
        assertThat(submissions()).singleElement().satisfies(submission -> {
            assertThat(submission.getHeader().getActorRef()).isEqualTo(Actor.SERVICE.ref());
            assertThat(submission.getComplaintReceived().getChannel()).isEqualTo(Channel.FACILITY_TERMINAL);
        });
    }

    /** A form as it was opened at a terminal, with something typed into it. */
    private Map<String, String> typedAt(HttpClient terminal) throws Exception {
        provider.nextIs("terminal", Role.FACILITY_TERMINAL.code());
        Map<String, String> form =
                new HashMap<>(Html.hidden(open(terminal, "/clerk").body()));
        form.put("narrative", STORY);
        return form;
    }

    @Test
    void theWayInAndTheWayOutEndAtTheClerksPage() throws Exception {
        provider.nextIs("somebody", "intake-clerk");

        assertThat(open(newBrowser(), "/sign-in?return=https://elsewhere.example")
                        .uri())
                .isEqualTo(at("/clerk"));
        assertThat(open("/signed-in").body()).contains("<a href=\"/clerk\">");
        assertThat(open("/signed-out").body()).contains("<a href=\"/clerk\">");
    }

    @Test
    void thePublicPagesAskNobodyWhoTheyAre() throws Exception {
        HttpClient somebody = newBrowser();
        for (String path : List.of("/", "/status", "/openapi.json")) {
            assertThat(open(somebody, path).statusCode()).isEqualTo(200);
        }
        assertThat(send(somebody, "/", Map.of("narrative", STORY)).statusCode()).isEqualTo(200);
        assertThat(api(somebody).statusCode()).isEqualTo(201);

        assertThat(cookies(somebody)).isEmpty();
    }

    @Test
    void whileTheProviderIsAwayThePublicIsServedAndNoTextIsLost() throws Exception {
        server.close();
        server = serving(intake, new OidcClient(URI.create("http://localhost:" + freePort() + "/aryz"), "x", "y"));

        assertThat(send(browser, "/", Map.of("narrative", STORY)).statusCode()).isEqualTo(200);
        assertThat(api(browser).statusCode()).isEqualTo(201);
        assertThat(open("/clerk").statusCode()).isEqualTo(503);
        HttpResponse<String> over = send(browser, "/clerk", Map.of("narrative", STORY));
        assertThat(over.statusCode()).isEqualTo(401);
        assertThat(Html.hidden(over.body())).containsEntry("narrative", STORY);
    }

    private HttpResponse<String> api(HttpClient client) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(at("/api/v1/complaints"))
                        .POST(BodyPublishers.ofString("{\"narrative\":\"x\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Whom the provider knows from before, it asks anew: the cookie of a session that is over says so. */
    private void signInAnew() throws Exception {
        boolean known = !cookies(browser).isEmpty();
        if (!known) {
            provider.nextIs("aigul", "intake-clerk");
        }
        HttpResponse<String> page = open("/sign-in?return=/signed-in");
        if (known) {
            proveIdentity(page, "aigul", "intake-clerk");
        } else {
            assertThat(page.uri()).isEqualTo(at("/signed-in"));
        }
    }

    private void proveIdentity(HttpResponse<String> page, String username, String role) throws Exception {
        Map<String, String> proof = Map.of("username", username, "claims", "{\"roles\":[\"" + role + "\"]}");
        HttpRequest request = HttpRequest.newBuilder(page.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Html.encoded(proof)))
                .build();
        assertThat(browser.send(request, BodyHandlers.ofString()).uri()).isEqualTo(at("/signed-in"));
    }

    private static List<HttpCookie> cookies(HttpClient client) {
        return ((CookieManager) client.cookieHandler().orElseThrow())
                .getCookieStore()
                .getCookies();
    }

    /** A form as it was opened, with something typed into it. */
    private Map<String, String> typed() throws Exception {
        Map<String, String> form = new HashMap<>(Html.hidden(open("/clerk").body()));
        form.put("channel", "VISIT");
        form.put("narrative", STORY);
        return form;
    }

    private List<Submission> submissions() {
        return intake.log().values(Topics.SUBMISSIONS);
    }

    private static List<String> codes(String page) {
        return Pattern.compile("class=\"large\"[^>]*>([^<]+)<")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Map<String, String> without(Map<String, String> fields, String name) {
        Map<String, String> others = new HashMap<>(fields);
        others.remove(name);
        return others;
    }

    private TestServer serving(TestIntake behind, OidcClient client) {
        return new TestServer(behind, Optional.of(client), clock, port);
    }

    private HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return open(browser, path);
    }

    private HttpResponse<String> open(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(HttpClient client, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(at(path))
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(Html.encoded(form)))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpClient newBrowser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.ALWAYS)
                .build();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
