package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class BearerTokensTest {
    private static final String OFFICER = "commissioner-officer";
    private static final String API = "/api/v1/thing";

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
    void aTokenForThisServiceOpensItsApi() throws Exception {
        assertThat(ask(provider.signed(provider.claims(OFFICER).build())).body())
                .isEqualTo("api");
    }

    @Test
    void anAccessTokenMayNameItsTypeAndBeForSeveralServices() throws Exception {
        JWTClaimsSet claims = provider.claims(OFFICER)
                .audience(List.of("another", TestProvider.AUDIENCE))
                .claim("typ", "Bearer")
                .build();

        assertThat(ask(provider.signed(claims, new JOSEObjectType("at+jwt"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void readsTheRolesWhereKeycloakWritesThem() throws Exception {
        JWTClaimsSet claims = provider.claims()
                .claim("realm_access", Map.of("roles", List.of("offline_access", OFFICER)))
                .build();

        assertThat(ask(provider.signed(claims)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void aTokenThatIsNotInOrderOpensNothing(BiFunction<TestProvider, JWTClaimsSet.Builder, String> token)
            throws Exception {
        HttpResponse<String> answer = ask(token.apply(provider, provider.claims(OFFICER)));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static Stream<Named<BiFunction<TestProvider, JWTClaimsSet.Builder, String>>> tokens() {
        return Stream.of(
                Named.of(
                        "audience",
                        (id, claims) -> id.signed(claims.audience("another").build())),
                Named.of(
                        "no audience",
                        (id, claims) -> id.signed(claims.audience((String) null).build())),
                Named.of(
                        "issuer",
                        (id, claims) ->
                                id.signed(claims.issuer("https://evil.example").build())),
                Named.of(
                        "no issuer",
                        (id, claims) -> id.signed(claims.issuer(null).build())),
                Named.of(
                        "expiry",
                        (id, claims) -> id.signed(claims.expirationTime(ago(2)).build())),
                Named.of(
                        "no expiry",
                        (id, claims) -> id.signed(claims.expirationTime(null).build())),
                Named.of(
                        "in force for more than twelve hours",
                        (id, claims) ->
                                id.signed(claims.expirationTime(ago(-721)).build())),
                Named.of(
                        "not yet",
                        (id, claims) -> id.signed(claims.notBeforeTime(ago(-10)).build())),
                Named.of(
                        "nobody", (id, claims) -> id.signed(claims.subject(null).build())),
                Named.of("signature", (id, claims) -> id.forged(claims.build())),
                Named.of("no signature", (id, claims) -> id.unsigned(claims.build())),
                Named.of("client's secret", (id, claims) -> id.signedBySecret(claims.build())),
                Named.of(
                        "id token",
                        (id, claims) -> id.signed(claims.claim("nonce", "n").build())),
                Named.of(
                        "Keycloak's id token",
                        (id, claims) -> id.signed(claims.claim("typ", "ID").build())),
                Named.of(
                        "logout token without its type",
                        (id, claims) -> id.signed(claims.claim(
                                        "events",
                                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                                .build())),
                Named.of("another kind", (id, claims) -> id.signed(claims.build(), new JOSEObjectType("logout+jwt"))),
                Named.of("cut", (id, claims) -> id.signed(claims.build()).substring(20)),
                Named.of("no token", (id, claims) -> "x.y.z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic YTpi", "Bearer", "Aryz-Peer 1.x"})
    void whoShowsNoTokenIsToldToBringOne(String authorization) throws Exception {
        Browser program = new Browser(site.address());

        HttpResponse<String> answer =
                authorization.isEmpty() ? program.get(API) : program.get(API, "Authorization", authorization);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body()).contains("urn:aryz:problem:unauthenticated");
    }

    @Test
    void whoMayNotUseTheApiFindsNothingThere() throws Exception {
        HttpResponse<String> barred =
                ask(provider.signed(provider.claims("auditor", "no-such-role").build()));
        HttpResponse<String> unknown = new Browser(site.address()).get("/api/v1/no-such-thing");

        assertThat(barred.statusCode()).isEqualTo(404);
        assertThat(barred.body()).isEqualTo(unknown.body());
        assertThat(barred.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    void aBrowsersSessionOpensNoApi() throws Exception {
        Browser browser = new Browser(site.address());
        provider.nextIs("aigul", OFFICER);
        browser.open("/");

        assertThat(browser.get(API).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOpensNoPage() throws Exception {
        String token = provider.signed(provider.claims(OFFICER).build());

        assertThat(new Browser(site.address())
                        .get("/", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aTokenEndsByTheServicesClock() throws Exception {
        String token = provider.signed(provider.claims(OFFICER).build());
        assertThat(ask(token).statusCode()).isEqualTo(200);

        clock.add(Duration.ofMinutes(62));

        assertThat(ask(token).statusCode()).isEqualTo(401);
    }

    @Test
    void followsTheProviderToItsNextKey() throws Exception {
        assertThat(ask(provider.signed(provider.claims(OFFICER).build())).statusCode())
                .isEqualTo(200);

        provider.changeKey();

        assertThat(ask(provider.signed(provider.claims(OFFICER).build())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whileTheProviderIsAwayKnownKeysGoOnAndAStrangerIsAskedToWait() throws Exception {
        String token = provider.signed(provider.claims(OFFICER).build());
        assertThat(ask(token).statusCode()).isEqualTo(200);
        try (StaffSite young = new StaffSite(Optional.of(provider.client()), clock)) {
            provider.close();

            HttpResponse<String> answer = new Browser(young.address()).get(API, "Authorization", "Bearer " + token);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(ask(token).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whileTheKeysCannotBeReadKnownOnesGoOnAndANewOneIsAskedToWait() throws Exception {
        String known = provider.signed(provider.claims(OFFICER).build());
        assertThat(ask(known).statusCode()).isEqualTo(200);
        provider.changeKey();
        provider.hideKeys();

        HttpResponse<String> answer =
                ask(provider.signed(provider.claims(OFFICER).build()));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(ask(known).statusCode()).isEqualTo(200);
    }

    @Test
    void beforeTheKeysCouldBeReadEverybodyIsAskedToWait() throws Exception {
        provider.hideKeys();

        assertThat(ask(provider.signed(provider.claims(OFFICER).build())).statusCode())
                .isEqualTo(503);
    }

    @Test
    void whoeverShowsManyKeysThatTheProviderDoesNotHaveKeepsNobodyElseOut() throws Exception {
        String known = provider.signed(provider.claims(OFFICER).build());
        String strange = provider.signedByStranger(provider.claims(OFFICER).build());
        assertThat(ask(known).statusCode()).isEqualTo(200);

        assertThat(ask(strange).statusCode()).isEqualTo(401);
        assertThat(ask(strange).statusCode()).as("too soon to ask again").isEqualTo(503);

        assertThat(ask(known).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> ask(String token) throws Exception {
        return new Browser(site.address()).get(API, "Authorization", "Bearer " + token);
    }

    private static Date ago(int minutes) {
        return Date.from(Instant.now().minus(Duration.ofMinutes(minutes)));
    }
}
