package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeten.extra.MutableClock;

/** Whoever signs out anywhere is signed out here, by the word of the provider and nobody else's. */
class BackChannelTest {
    private static final String OFFICER = "commissioner-officer";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
    private final TestProvider provider = new TestProvider();
    private StaffSite site;

    @BeforeEach
    void start() throws Exception {
        site = new StaffSite(Optional.of(provider.client()), clock);
    }

    @AfterEach
    void stop() {
        site.close();
        provider.close();
    }

    @Test
    void endsTheSessionThatTheProviderNamesAndNoOther() throws Exception {
        Browser desk = signedIn("aigul", "one");
        Browser home = signedIn("aigul", "two");
        Browser other = signedIn("berik", "three");

        HttpResponse<String> answer = tell(logout().claim("sid", "one"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(isIn(desk)).isFalse();
        assertThat(isIn(home)).isTrue();
        assertThat(isIn(other)).isTrue();
    }

    @Test
    void endsAllSessionsOfAPersonWhereItNamesNone() throws Exception {
        Browser desk = signedIn("aigul", "one");
        Browser home = signedIn("aigul", "two");
        Browser other = signedIn("berik", "three");

        tell(logout().subject("aigul"));

        assertThat(isIn(desk)).isFalse();
        assertThat(isIn(home)).isFalse();
        assertThat(isIn(other)).isTrue();
    }

    @Test
    void aSessionOfAnotherPersonIsNotEndedByItsNameAlone() throws Exception {
        Browser other = signedIn("berik", "one");

        tell(logout().subject("aigul").claim("sid", "one"));

        assertThat(isIn(other)).isTrue();
    }

    @Test
    void whereTheProviderNeverSaidWhichSessionItIsThePersonIsSignedOut() throws Exception {
        provider.nextIs("aigul", OFFICER);
        Browser desk = new Browser(site.address());
        desk.open("/");

        tell(logout().subject("aigul").claim("sid", "one"));

        assertThat(isIn(desk)).isFalse();
    }

    /** What makes a token none. */
    private static Stream<Named<UnaryOperator<JWTClaimsSet.Builder>>> flaws() {
        return Stream.of(
                Named.of("of another issuer", claims -> claims.issuer("https://elsewhere.example")),
                Named.of("for another service", claims -> claims.audience("another-service")),
                Named.of("without a time", claims -> claims.issueTime(null)),
                Named.of("too old", claims -> claims.issueTime(ago(LogoutTokens.HOLDS.plusSeconds(5)))),
                Named.of("of tomorrow", claims -> claims.issueTime(ago(Duration.ofDays(-1)))),
                Named.of("expired", claims -> claims.expirationTime(ago(Duration.ofMinutes(5)))),
                Named.of("without an id", claims -> claims.jwtID(null)),
                Named.of("without an event", claims -> claims.claim("events", null)),
                Named.of(
                        "of another event",
                        claims -> claims.claim("events", Map.of("https://event.example", Map.of()))),
                Named.of("of nobody", claims -> claims.claim("sid", null)),
                Named.of("with a nonce", claims -> claims.claim("nonce", "n")));
    }

    private static Date ago(Duration time) {
        return Date.from(Instant.now().minus(time));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void whatIsNoLogoutTokenForThisServiceEndsNothing(UnaryOperator<JWTClaimsSet.Builder> flaw) throws Exception {
        Browser desk = signedIn("aigul", "one");

        HttpResponse<String> answer = tell(flaw.apply(logout().claim("sid", "one")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("bad-logout");
        assertThat(isIn(desk)).isTrue();
    }

    @Test
    void whatTheProviderDidNotSignEndsNothing() throws Exception {
        Browser desk = signedIn("aigul", "one");
        JWTClaimsSet claims = logout().claim("sid", "one").build();

        for (String token : new String[] {
            provider.forged(claims), provider.unsigned(claims), provider.signedBySecret(claims), "no token", ""
        }) {
            assertThat(send(token).statusCode()).isEqualTo(400);
        }
        assertThat(new Browser(site.address()).post(BackChannel.PATH, Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(isIn(desk)).isTrue();
    }

    @Test
    void whileTheProvidersKeysCannotBeReadItIsAskedToComeAgain() throws Exception {
        Browser desk = signedIn("aigul", "one");
        provider.changeKey();
        provider.hideKeys();

        HttpResponse<String> answer = tell(logout().claim("sid", "one"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(isIn(desk)).isTrue();
    }

    @Test
    void whatIsLongerThanAnyTokenIsNotReadToItsEnd() throws Exception {
        assertThat(send("x".repeat(16 * 1024)).statusCode()).isEqualTo(413);
    }

    @Test
    void aTokenIsTakenOnce() throws Exception {
        String token = provider.signed(logout().subject("aigul").build());
        assertThat(send(token).statusCode()).isEqualTo(200);
        Browser again = signedIn("aigul", "two");

        assertThat(send(token).statusCode()).isEqualTo(400);

        assertThat(isIn(again)).isTrue();
    }

    @Test
    void aTokenThatSaysWhatItIsIsTakenToo() throws Exception {
        Browser desk = signedIn("aigul", "one");

        String token = provider.signed(logout().claim("sid", "one").build(), new JOSEObjectType("logout+jwt"));

        assertThat(send(token).statusCode()).isEqualTo(200);
        assertThat(isIn(desk)).isFalse();
    }

    @Test
    void aStepUpLeavesTheSessionTheOneThatEnds() throws Exception {
        Browser desk = signedIn("aigul", "one");
        nextIs("aigul", "one", "step-up");
        assertThat(desk.open("/sign-in/step-up?return=/grave").body()).isEqualTo("grave");

        tell(logout().claim("sid", "one"));

        assertThat(isIn(desk)).isFalse();
    }

    @Test
    void whicheverInstanceIsToldTheOtherEndsTheSessionToo() throws Exception {
        try (StaffSite second = new StaffSite(Optional.of(provider.client()), clock)) {
            site.join(second);
            Browser desk = signedIn(second, "aigul", "one");

            tell(logout().claim("sid", "one"));

            assertThat(isIn(desk)).isFalse();
        }
    }

    @Test
    void anInstanceThatIsGoneKeepsNothingFromEnding() throws Exception {
        StaffSite second = new StaffSite(Optional.of(provider.client()), clock);
        site.join(second);
        second.close();
        Browser desk = signedIn("aigul", "one");

        HttpResponse<String> answer = tell(logout().claim("sid", "one"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(isIn(desk)).isFalse();
    }

    private Browser signedIn(String who, String session) throws Exception {
        return signedIn(site, who, session);
    }

    private Browser signedIn(StaffSite where, String who, String session) throws Exception {
        Browser browser = new Browser(where.address());
        nextIs(who, session, "staff");
        assertThat(browser.open("/").statusCode()).isEqualTo(200);
        return browser;
    }

    private void nextIs(String who, String session, String acr) {
        provider.nextInSession(who, session, acr, clock.instant(), OFFICER);
    }

    private static boolean isIn(Browser browser) throws Exception {
        return browser.get("/").statusCode() == 200;
    }

    private JWTClaimsSet.Builder logout() {
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer().toString())
                .audience(TestProvider.AUDIENCE)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of(EVENT, Map.of()));
    }

    private HttpResponse<String> tell(JWTClaimsSet.Builder claims) throws Exception {
        return send(provider.signed(claims.build()));
    }

    private HttpResponse<String> send(String token) throws Exception {
        return new Browser(site.address()).post(BackChannel.PATH, Map.of("logout_token", token));
    }
}
