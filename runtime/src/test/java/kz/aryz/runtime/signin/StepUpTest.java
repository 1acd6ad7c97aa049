package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeten.extra.MutableClock;

/** Something grave is done only by people who have proved themselves just now. */
class StepUpTest {
    private static final String OFFICER = "commissioner-officer";
    private static final String STEP_UP = "step-up";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43});");

    private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
    private final TestProvider provider = new TestProvider();
    private StaffSite site;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        site = new StaffSite(Optional.of(provider.client()), clock);
        browser = new Browser(site.address());
    }

    @AfterEach
    void stop() {
        site.close();
        provider.close();
    }

    @Test
    void asksTheProviderForThatContextAndComesBackToThePage() throws Exception {
        signIn("aigul");
        String way = browser.get("/grave").body();
        provider.nextProves("aigul", STEP_UP, now(), OFFICER);

        assertThat(way).isEqualTo("/sign-in/step-up?return=%2Fgrave");
        assertThat(Browser.location(browser.get(way)).getQuery())
                .contains("acr_values=" + STEP_UP)
                .doesNotContain("prompt=", "max_age=");
        HttpResponse<String> answer = browser.open(way);

        assertThat(answer.uri()).isEqualTo(site.address().resolve("/grave"));
        assertThat(answer.body()).isEqualTo("grave");
    }

    @Test
    void itHoldsForMinutes() throws Exception {
        steppedUp("aigul");

        clock.add(StepUp.HOLDS.plusSeconds(1));

        assertThat(browser.get("/grave").body()).startsWith("/sign-in/step-up");
    }

    @Test
    void aSignInOfTheOrdinaryKindIsNone() throws Exception {
        provider.nextProves("aigul", "staff", now(), OFFICER);
        browser.open("/");

        assertThat(browser.get("/grave").body()).startsWith("/sign-in/step-up");
    }

    @Test
    void whoComesBackWithoutHavingProvedAnythingIsToldSoAndNotSentAround() throws Exception {
        signIn("aigul");
        provider.nextProves("aigul", "staff", now(), OFFICER);
        HttpResponse<String> weak = browser.open("/sign-in/step-up?return=/grave");
        provider.nextProves("aigul", STEP_UP, now().minus(Duration.ofMinutes(6)), OFFICER);
        HttpResponse<String> old = browser.open("/sign-in/step-up?return=/grave");

        for (HttpResponse<String> refused : List.of(weak, old)) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("step-up-refused");
        }
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionGoesOnUnderANewIdWithTheFormsThatAreOpen() throws Exception {
        signIn("aigul");
        String form = token();
        String before = browser.cookies().get(StaffSite.SESSION);

        steppedUp("aigul");

        assertThat(browser.cookies().get(StaffSite.SESSION)).isNotEqualTo(before);
        assertThat(browser.post("/change", Map.of(FormToken.FIELD, form)).statusCode())
                .isEqualTo(200);
        Browser left = new Browser(site.address());
        left.cookies().put(StaffSite.SESSION, before);
        assertThat(left.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void itMakesNoSessionLonger() throws Exception {
        signIn("aigul");
        for (int i = 0; i < 24; i++) {
            clock.add(Duration.ofMinutes(29));
            browser.get("/");
        }
        steppedUp("aigul");

        clock.add(Duration.ofMinutes(25));

        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverElseProvesThemselvesGetsASessionOfTheirOwn() throws Exception {
        signIn("aigul");
        String form = token();

        steppedUp("berik");

        assertThat(browser.get("/").body()).contains("berik").doesNotContain("aigul");
        assertThat(browser.post("/change", Map.of(FormToken.FIELD, form)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void programsAreToldWhatIsMissing() throws Exception {
        HttpResponse<String> refused = ask("staff", now());
        HttpResponse<String> old = ask(STEP_UP, now().minus(Duration.ofMinutes(6)));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer error=\"insufficient_user_authentication\", acr_values=\"step-up\", max_age=300");
        assertThat(old.statusCode()).isEqualTo(401);
        assertThat(ask(STEP_UP, now()).body()).isEqualTo("grave");
    }

    @Test
    void whereNobodySignsInNobodyIsAsked() throws Exception {
        try (StaffSite open = new StaffSite(Optional.empty(), clock)) {
            assertThat(new Browser(open.address()).get("/grave").body()).isEqualTo("grave");
            assertThat(new Browser(open.address()).get("/api/v1/grave").body()).isEqualTo("grave");
        }
    }

    @ParameterizedTest
    @MethodSource("noProofs")
    void aTokenThatDoesNotSayWhenItWasProvedOrSaysWhatCannotBeProvesNothing(String authTime) throws Exception {
        String token = provider.signed(provider.claims(OFFICER)
                .claim("acr", STEP_UP)
                .claim("auth_time", authTime)
                .build());

        HttpResponse<String> answer =
                new Browser(site.address()).get("/api/v1/grave", "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static Stream<String> noProofs() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(null, "", "now", String.valueOf(now - 7_200), String.valueOf(now + 864_000), "9".repeat(30));
    }

    private void signIn(String who) throws Exception {
        provider.nextIs(who, OFFICER);
        assertThat(browser.open("/").statusCode()).isEqualTo(200);
    }

    private void steppedUp(String who) throws Exception {
        if (!browser.cookies().containsKey(StaffSite.SESSION)) {
            signIn(who);
        }
        provider.nextProves(who, STEP_UP, now(), OFFICER);
        assertThat(browser.open("/sign-in/step-up?return=/grave").body()).isEqualTo("grave");
    }

    private String token() throws Exception {
        Matcher token = TOKEN.matcher(browser.get("/").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> ask(String acr, Instant at) throws Exception {
        String token = provider.signed(provider.claims(OFFICER)
                .claim("acr", acr)
                .claim("auth_time", at.getEpochSecond())
                .build());
        return new Browser(site.address()).get("/api/v1/grave", "Authorization", "Bearer " + token);
    }

    private Instant now() {
        return clock.instant();
    }
}
