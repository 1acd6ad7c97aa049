package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class SignInTest {
    private static final String OFFICER = "commissioner-officer";
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
    void leadsThroughTheProviderToThePageThatWasAskedFor() throws Exception {
        provider.nextIs("aigul", OFFICER);

        HttpResponse<String> answer = browser.open("/deep?a=1&b=2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri()).isEqualTo(site.address().resolve("/deep?a=1&b=2"));
        assertThat(browser.cookies()).containsOnlyKeys(StaffSite.SESSION);
    }

    @Test
    void asksTheProviderForACodeThatOnlyThisBrowserCanUse() throws Exception {
        HttpResponse<String> answer = browser.get("/sign-in?return=/deep");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer).toString())
                .startsWith(provider.issuer().toString());
        assertThat(Browser.location(answer).getQuery())
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=", "state=", "nonce=")
                .contains("redirect_uri=" + site.address() + "/sign-in/callback")
                .doesNotContain("prompt=");
    }

    @Test
    void saysWhoIsSignedInAndHowToLeave() throws Exception {
        provider.nextIs("Aigul <b>", OFFICER);

        String page = browser.open("/").body();

        assertThat(page)
                .contains("Aigul &lt;b>", "action=\"/sign-out\"", "Sign out")
                .doesNotContain("<b>");
    }

    @Test
    void theCookieCannotBeReadByScriptsNorSentByOtherSites() throws Exception {
        provider.nextIs("aigul", OFFICER);
        URI callback = callback(browser);

        HttpResponse<String> answer = browser.get(pathOf(callback));

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(StaffSite.SESSION + "=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Max-Age", "Expires", "Domain", "Secure"));
    }

    @Test
    void behindTlsTheCookieIsSecureAndBoundToTheHost() throws Exception {
        try (StaffSite secure = new StaffSite(Optional.of(provider.client()), clock, "https")) {
            HttpResponse<String> answer = new Browser(secure.address()).get("/sign-in");

            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-test-service-sign-in=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain");
        }
    }

    @Test
    void anIdThatWasKnownBeforeTheSignInOpensNothing() throws Exception {
        browser.cookies().put(StaffSite.SESSION, "A".repeat(43));
        browser.proveIdentity(browser.open("/"), "aigul", OFFICER);

        Browser attacker = new Browser(site.address());
        attacker.cookies().put(StaffSite.SESSION, "A".repeat(43));

        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        assertThat(browser.cookies().get(StaffSite.SESSION)).isNotEqualTo("A".repeat(43));
        assertThat(attacker.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void signingInAnewEndsTheSessionBefore() throws Exception {
        Browser before = signedIn();
        Browser stale = new Browser(site.address());
        stale.cookies().putAll(before.cookies());

        before.proveIdentity(before.open("/sign-in"), "aigul", OFFICER);

        assertThat(before.get("/").statusCode()).isEqualTo(200);
        assertThat(stale.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whatAnotherBrowserBeganOpensNothingHere() throws Exception {
        provider.nextIs("attacker", OFFICER);
        URI sent = callback(new Browser(site.address()));

        HttpResponse<String> withoutAttempt = browser.get(pathOf(sent));
        browser.get("/sign-in");
        HttpResponse<String> withAnotherAttempt = browser.get(pathOf(sent));

        assertThat(withoutAttempt.statusCode()).isEqualTo(400);
        assertThat(withAnotherAttempt.statusCode()).isEqualTo(400);
        assertThat(browser.cookies()).doesNotContainKey(StaffSite.SESSION);
    }

    @Test
    void aCallbackCannotBeUsedTwice() throws Exception {
        provider.nextIs("aigul", OFFICER);
        URI callback = callback(browser);
        browser.get(pathOf(callback));

        assertThat(browser.get(pathOf(callback)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/\r\nSet-Cookie: a=b",
                "deep",
            })
    void neverLeadsToAnotherSite(String path) throws Exception {
        provider.nextIs("aigul", OFFICER);

        HttpResponse<String> answer =
                browser.open("/sign-in?return=" + URLEncoder.encode(path, StandardCharsets.UTF_8));

        assertThat(answer.uri().getAuthority()).isEqualTo(site.address().getAuthority());
    }

    @ParameterizedTest
    @MethodSource("idTokens")
    void anIdTokenThatIsNotInOrderLetsNobodyIn(BiFunction<TestProvider, JWTClaimsSet.Builder, String> idToken)
            throws Exception {
        assertThat(completed(idToken).statusCode()).isEqualTo(403);
        assertThat(browser.cookies()).doesNotContainKey(StaffSite.SESSION);
    }

    @Test
    void theSameTokenInOrderLetsThemIn() throws Exception {
        assertThat(completed((id, claims) -> id.signed(claims.build())).statusCode())
                .isEqualTo(303);
        assertThat(browser.cookies()).containsKey(StaffSite.SESSION);
    }

    @Test
    void aTokenOfWhichNobodyCanTellWhoSignedItIsNoRefusal() throws Exception {
        provider.hideKeys();

        HttpResponse<String> answer = completed((id, claims) -> id.signed(claims.build()));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("provider-away");
    }

    private static Stream<Named<BiFunction<TestProvider, JWTClaimsSet.Builder, String>>> idTokens() {
        return Stream.of(
                Named.of(
                        "audience",
                        (id, claims) -> id.signed(claims.audience("another").build())),
                Named.of(
                        "issuer",
                        (id, claims) ->
                                id.signed(claims.issuer("https://evil.example").build())),
                Named.of(
                        "expiry",
                        (id, claims) -> id.signed(
                                claims.expirationTime(Date.from(Instant.EPOCH)).build())),
                Named.of(
                        "nonce",
                        (id, claims) ->
                                id.signed(claims.claim("nonce", "another").build())),
                Named.of(
                        "not yet",
                        (id, claims) -> id.signed(
                                claims.notBeforeTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                                        .build())),
                Named.of(
                        "no nonce",
                        (id, claims) -> id.signed(claims.claim("nonce", null).build())),
                Named.of("signature", (id, claims) -> id.forged(claims.build())),
                Named.of("no signature", (id, claims) -> id.unsigned(claims.build())),
                Named.of("client's secret", (id, claims) -> id.signedBySecret(claims.build())));
    }

    /** The answer to a callback whose code is exchanged for that id token. */
    private HttpResponse<String> completed(BiFunction<TestProvider, JWTClaimsSet.Builder, String> idToken)
            throws Exception {
        URI asked = Browser.location(browser.get("/sign-in"));
        URI callback = Browser.location(new Browser(asked).get(pathOf(asked)));
        JWTClaimsSet.Builder claims = provider.claims(OFFICER).claim("nonce", parameter(asked, "nonce"));
        provider.nextTokens(idToken.apply(provider, claims));
        return browser.get(pathOf(callback));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code=x", "state=%7B", "code=a&code=b&state=c", "error=x", "=&=", "x=%00"})
    void aCallbackThatMakesNoSenseIsAProblemAndNoFailure(String query) throws Exception {
        browser.get("/sign-in");

        int status = browser.get("/sign-in/callback?" + query).statusCode();

        assertThat(status).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.y", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.A"})
    void aDamagedCookieIsAProblemAndNoFailure(String value) throws Exception {
        browser.cookies().put("test-service-sign-in", value);

        assertThat(browser.get("/sign-in/callback?code=x&state=y").statusCode()).isEqualTo(400);
    }

    @Test
    void whatTheProviderRefusesIsRefused() throws Exception {
        URI asked = Browser.location(browser.get("/sign-in"));

        HttpResponse<String> answer =
                browser.get("/sign-in/callback?error=access_denied&state=" + parameter(asked, "state"));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aSessionEndsAfterHalfAnHourWithoutActs() throws Exception {
        signedIn();

        clock.add(Duration.ofMinutes(29));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        clock.add(Duration.ofMinutes(29));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        clock.add(Duration.ofMinutes(30));
        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void aPageThatRefreshesItselfKeepsNoSessionAlive() throws Exception {
        signedIn();

        for (int minutes = 0; minutes < 30; minutes += 10) {
            assertThat(browser.get("/", "HX-Request", "true").statusCode()).isEqualTo(200);
            clock.add(Duration.ofMinutes(10));
        }
        HttpResponse<String> answer = browser.get("/", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Refresh")).hasValue("true");
    }

    @Test
    void aSessionEndsAfterTwelveHoursWhateverHappens() throws Exception {
        signedIn();

        for (int minutes = 0; minutes < 12 * 60; minutes += 20) {
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
            clock.add(Duration.ofMinutes(20));
        }

        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whoComesBackAfterTheEndOfASessionProvesAnewWhoTheyAre() throws Exception {
        signedIn();
        clock.add(Duration.ofHours(1));

        URI asked = Browser.location(browser.get("/sign-in"));

        assertThat(asked.getQuery()).contains("prompt=login");
    }

    @Test
    void asksForAProofThatIsNoOlderThanASession() throws Exception {
        assertThat(Browser.location(browser.get("/sign-in")).getQuery()).contains("max_age=1800");
    }

    @Test
    void whomTheProviderKnowsFromLongerAgoIsNotLetIn() throws Exception {
        provider.nextProves("aigul", "staff", Instant.now().minus(Duration.ofMinutes(32)), OFFICER);
        HttpResponse<String> old = browser.open("/");
        provider.nextProves("aigul", "staff", Instant.now().minus(Duration.ofMinutes(29)), OFFICER);
        HttpResponse<String> recent = browser.open("/");

        assertThat(old.statusCode()).isEqualTo(403);
        assertThat(old.body()).contains("sign-in-refused");
        assertThat(recent.statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverHasNoSessionAnyMoreLeavesAtTheProviderToo() throws Exception {
        signedIn();
        String token = token(browser);
        clock.add(Duration.ofHours(1));

        HttpResponse<String> answer = browser.post("/sign-out", Map.of("csrf", token));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer).toString())
                .startsWith(provider.endSession().toString());
        assertThat(Browser.location(answer).getQuery())
                .contains("client_id=", "post_logout_redirect_uri=" + site.address() + "/signed-out")
                .doesNotContain("id_token_hint");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void afterARestartTooAndIsToldWhereTheProviderIsAway() throws Exception {
        try (StaffSite young = new StaffSite(Optional.of(provider.client()), clock);
                StaffSite younger = new StaffSite(Optional.of(provider.client()), clock)) {
            HttpResponse<String> left = new Browser(young.address()).post("/sign-out", Map.of());
            provider.close();
            HttpResponse<String> away = new Browser(younger.address()).post("/sign-out", Map.of());

            assertThat(Browser.location(left).toString())
                    .startsWith(provider.endSession().toString());
            assertThat(left.headers().map()).doesNotContainKeys("set-cookie", "clear-site-data");
            assertThat(away.statusCode()).isEqualTo(503);
        }
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() throws Exception {
        signedIn();
        Browser stolen = new Browser(site.address());
        stolen.cookies().putAll(browser.cookies());

        HttpResponse<String> answer = browser.post("/sign-out", Map.of("csrf", token(browser)));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer).toString())
                .startsWith(provider.endSession().toString());
        assertThat(answer.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
        assertThat(Browser.location(answer).getQuery())
                .contains("id_token_hint=", "post_logout_redirect_uri=" + site.address() + "/signed-out");
        assertThat(browser.cookies()).isEmpty();
        assertThat(stolen.get("/").statusCode()).isEqualTo(303);
        assertThat(browser.get("/signed-out").body()).contains("You are signed out");
    }

    @Test
    void aFormMayLeadOnToTheProvidersSignOutAndNowhereElse() throws Exception {
        signedIn();

        String policy =
                browser.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains("form-action 'self' http://" + provider.endSession().getAuthority() + ";");
    }

    @Test
    void aFormWithoutTheSessionsTokenChangesNothing() throws Exception {
        signedIn();
        String another = token(signedIn(new Browser(site.address())));

        assertThat(browser.post("/change", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/change", Map.of("csrf", "")).statusCode()).isEqualTo(403);
        assertThat(browser.post("/change", Map.of("csrf", another)).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(site.changes()).isZero();
        assertThat(browser.post("/change", Map.of("csrf", token(browser))).body())
                .isEqualTo("changed");
    }

    @Test
    void aFormFromNobodyIsNotTakenAndLeadsNowhere() throws Exception {
        HttpResponse<String> answer = browser.post("/change", Map.of("csrf", "x"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(site.changes()).isZero();
    }

    @Test
    void whoMayNotSeeAPageFindsNothingThere() throws Exception {
        provider.nextIs("terminal", "facility-terminal");
        browser.open("/signed-in");

        HttpResponse<String> barred = browser.get("/deep", "Accept", "text/html");
        HttpResponse<String> unknown = browser.get("/no-such-page", "Accept", "text/html");

        assertThat(barred.statusCode()).isEqualTo(404);
        assertThat(barred.body()).isEqualTo(unknown.body());
        assertThat(barred.headers().firstValue("Content-Security-Policy"))
                .isEqualTo(unknown.headers().firstValue("Content-Security-Policy"));
        assertThat(browser.get("/signed-in").body())
                .contains("You are signed in", "terminal", "<code>facility-terminal</code>");
    }

    @Test
    void whileTheProviderIsAwayNobodySignsInAndWhoIsInGoesOn() throws Exception {
        signedIn();
        try (StaffSite young = new StaffSite(
                Optional.of(new OidcClient(provider.issuer(), TestProvider.AUDIENCE, TestProvider.SECRET)), clock)) {
            provider.close();

            HttpResponse<String> answer = new Browser(young.address()).get("/sign-in");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("provider-away");
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aProviderMayBeReachedAtAnotherAddressThanItsIssuer() throws Exception {
        URI inside = URI.create(provider.issuer().toString().replace("localhost", "127.0.0.1"));
        URI discovery = URI.create(inside + "/.well-known/openid-configuration");

        assertThat(signInAt(provider.issuer(), discovery).statusCode()).isEqualTo(503);
        assertThat(signInAt(inside, discovery).statusCode()).isEqualTo(303);
    }

    /** The provider names itself by the address that it is asked at. */
    private HttpResponse<String> signInAt(URI issuer, URI discovery) throws Exception {
        OidcClient client = new OidcClient(
                issuer, discovery, TestProvider.AUDIENCE, "step-up", Duration.ofMinutes(5), TestProvider.SECRET);
        try (StaffSite another = new StaffSite(Optional.of(client), clock)) {
            return new Browser(another.address()).get("/sign-in");
        }
    }

    private Browser signedIn() throws Exception {
        return signedIn(browser);
    }

    private Browser signedIn(Browser one) throws Exception {
        provider.nextIs("aigul", OFFICER);
        assertThat(one.open("/").statusCode()).isEqualTo(200);
        return one;
    }

    /** The address that the provider sends the browser back to. */
    private static URI callback(Browser browser) throws Exception {
        URI provider = Browser.location(browser.get("/sign-in"));
        return Browser.location(new Browser(provider).get(pathOf(provider)));
    }

    private static String pathOf(URI address) {
        return address.getRawPath() + '?' + address.getRawQuery();
    }

    private static String parameter(URI address, String name) {
        Matcher value = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(address.toString());
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    private static String token(Browser one) throws Exception {
        Matcher token = TOKEN.matcher(one.get("/").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
