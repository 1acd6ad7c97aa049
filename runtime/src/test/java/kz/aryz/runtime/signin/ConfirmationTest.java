package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

/** What the provider says of somebody after they have signed in counts too. */
class ConfirmationTest {
    private static final String OFFICER = "commissioner-officer";
    private static final Duration EVERY = OidcClient.CONFIRM_EVERY;

    private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
    private final TestProvider provider = new TestProvider();
    private StaffSite site;
    private Browser browser;

    @BeforeEach
    void signIn() throws Exception {
        site = new StaffSite(Optional.of(provider.client()), clock);
        browser = new Browser(site.address());
        provider.nextIs("aigul", OFFICER);
        assertThat(browser.open("/").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        site.close();
        provider.close();
    }

    @Test
    void whoIsLetInNoMoreIsOutMinutesLater() throws Exception {
        clock.add(EVERY.minusSeconds(1));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);

        clock.add(Duration.ofSeconds(1));
        provider.nextIsForgotten();

        assertThat(browser.get("/").statusCode()).isEqualTo(303);
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
        assertThat(Browser.location(browser.get("/sign-in")).getQuery()).contains("prompt=login");
    }

    @Test
    void aPageThatRefreshesItselfEndsThenToo() throws Exception {
        clock.add(EVERY);
        provider.nextIsForgotten();

        assertThat(browser.get("/", "HX-Request", "true").statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsSomethingElseSinceIsItHere() throws Exception {
        assertThat(browser.get("/log").statusCode()).isEqualTo(200);

        clock.add(EVERY);
        provider.nextTokens(provider.signed(claims("aigul", "facility-terminal").build()));

        assertThat(browser.get("/log").statusCode()).isEqualTo(404);
        assertThat(browser.get("/signed-in").body())
                .contains("facility-terminal")
                .doesNotContain(OFFICER);
    }

    @Test
    void nobodyTakesThePlaceOfSomebodyElse() throws Exception {
        clock.add(EVERY);
        provider.nextTokens(provider.signed(claims("bolat", OFFICER).build()));

        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whatAnotherSignsDoesNotCount() throws Exception {
        clock.add(EVERY);
        provider.nextTokens(provider.forged(claims("aigul", OFFICER).build()));

        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void nothingIsProvedByIt() throws Exception {
        clock.add(EVERY);
        provider.nextTokens(provider.signed(claims("aigul", OFFICER)
                .claim("acr", OidcClient.STEP_UP_ACR)
                .claim("auth_time", Instant.now().getEpochSecond())
                .build()));

        assertThat(browser.get("/grave").body()).startsWith("/sign-in/step-up");
    }

    @Test
    void theProviderIsAskedOnceInThatTime() throws Exception {
        int before = provider.questions();
        clock.add(EVERY);

        for (int i = 0; i < 5; i++) {
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
        }

        assertThat(provider.questions()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void whileTheProviderIsAwayASessionGoesOnForHalfAnHourAndIsKept(int status) throws Exception {
        clock.add(Duration.ofMinutes(29));
        provider.nextAnswer(status, "");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);

        clock.add(Duration.ofMinutes(1));
        provider.nextAnswer(status, "");
        HttpResponse<String> away = browser.get("/");
        clock.add(Duration.ofMinutes(1));

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("provider-away");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void whileItsKeysCannotBeReadItIsAsIfTheProviderWereAway() throws Exception {
        provider.changeKey();
        provider.hideKeys();
        clock.add(Duration.ofMinutes(29));
        provider.nextTokens(provider.signed(claims("aigul", OFFICER).build()));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);

        clock.add(Duration.ofMinutes(1));
        provider.nextTokens(provider.signed(claims("aigul", OFFICER).build()));

        assertThat(browser.get("/").statusCode()).isEqualTo(503);
    }

    @Test
    void aClientThatTheProviderDoesNotTakeEndsNobodysSession() throws Exception {
        clock.add(EVERY);
        provider.nextAnswer(401, "{\"error\":\"invalid_client\"}");

        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void aLongFormThatComesWhileNobodyCanSayWhoSendsItGoesBackWhole() throws Exception {
        clock.add(Duration.ofMinutes(29));
        provider.nextAnswer(503, "");
        browser.get("/");
        clock.add(Duration.ofMinutes(2));
        provider.nextAnswer(503, "");

        HttpResponse<String> answer = browser.post("/long", Map.of("text", "what was typed"));

        assertThat(answer.body()).contains("what was typed");
        assertThat(site.changes()).isZero();
    }

    private JWTClaimsSet.Builder claims(String subject, String role) {
        return provider.claims(role).subject(subject);
    }
}
