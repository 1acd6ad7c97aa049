package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class StaffRoutesTest {
    private static final String PEER = "/internal/v1/thing?partitions=1,2";

    private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
    private final TestProvider provider = new TestProvider();

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void whoeverIsNobodyGetsPastNoDoorThatIsNotOpen() throws Exception {
        try (StaffSite site = guarded()) {
            for (StaffRoute route : site.table()) {
                int status = status(site, route);

                switch (route.door()) {
                    case PAGE -> assertThat(status).as(route.toString()).isIn(303, 401);
                    case API -> assertThat(status).as(route.toString()).isEqualTo(401);
                    case PEER -> assertThat(status).as(route.toString()).isEqualTo(404);
                    case PROVIDER -> assertThat(status).as(route.toString()).isEqualTo(400);
                    case OPEN -> assertThat(status).as(route.toString()).isIn(200, 303, 400);
                }
            }
        }
    }

    @Test
    void toHeadNobodyIsToldMoreThanToGet() throws Exception {
        try (StaffSite site = guarded()) {
            for (StaffRoute route : site.table()) {
                if (route.method().equals("GET")) {
                    HttpResponse<String> head = new Browser(site.address()).head(route.path());

                    assertThat(head.statusCode()).as(route.toString()).isEqualTo(status(site, route));
                    assertThat(head.body()).isEmpty();
                }
            }
        }
    }

    @Test
    void withoutAProviderEverybodyIsLetInAndNothingOfTheSignInIsThere() throws Exception {
        try (StaffSite site = new StaffSite(Optional.empty(), clock)) {
            Browser anybody = new Browser(site.address());

            assertThat(anybody.get("/").body()).isEqualTo("<p>token=null;</p>");
            assertThat(anybody.get("/api/v1/thing").body()).isEqualTo("api");
            assertThat(anybody.get("/internal/v1/thing").body()).isEqualTo("peer");
            assertThat(anybody.post("/change", Map.of()).body()).isEqualTo("changed");
            assertThat(site.table()).extracting(StaffRoute::path).noneMatch(path -> path.startsWith("/sign"));
        }
    }

    @Test
    void whereOthersReachItAndNobodySignsInNothingForStaffIsThere() throws Exception {
        try (StaffSite site = new StaffSite(Optional.empty(), clock, "http", "0.0.0.0")) {
            String nothing = new Browser(site.address()).get("/no-such-page").body();

            assertThat(site.table()).hasSizeGreaterThan(5).allSatisfy(route -> {
                boolean open = route.door() == StaffRoute.Door.OPEN;
                assertThat(status(site, route)).isEqualTo(open ? 200 : 404);
            });
            assertThat(new Browser(site.address()).get("/").body()).isEqualTo(nothing);
            assertThat(site.changes()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics", "/open.css"})
    void whatIsAboutNobodyStaysOpen(String path) throws Exception {
        try (StaffSite site = guarded()) {
            assertThat(new Browser(site.address()).get(path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anInstanceOfTheSameServiceIsLetIn() throws Exception {
        try (StaffSite site = guarded()) {
            assertThat(ask(site, PEER, site.pass(), PEER).body()).isEqualTo("peer");
        }
    }

    @Test
    void aProofHoldsForItsAddressAndItsMinuteAndItsSecretAlone() throws Exception {
        try (StaffSite site = guarded()) {
            OidcClient another = new OidcClient(provider.issuer(), TestProvider.AUDIENCE, "another secret");
            OidcClient otherService = new OidcClient(provider.issuer(), "other-service", TestProvider.SECRET);
            MutableClock late = MutableClock.of(Instant.now(), ZoneOffset.UTC);
            late.add(Duration.ofMinutes(-2));

            assertThat(ask(site, PEER, site.pass(), "/internal/v1/thing?partitions=1")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(ask(site, PEER, new PeerPass.Shared(another, clock), PEER)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(ask(site, PEER, new PeerPass.Shared(otherService, clock), PEER)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(ask(site, PEER, new PeerPass.Shared(provider.client(), late), PEER)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(ask(site, PEER, PeerPass.NONE, PEER).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void noPersonAndNoProgramPassesForAnInstance() throws Exception {
        try (StaffSite site = guarded()) {
            Browser browser = new Browser(site.address());
            provider.nextIs("aigul", "commissioner-officer");
            browser.open("/");
            String token = provider.signed(
                    provider.claims("administrator", "commissioner-officer").build());

            assertThat(browser.get(PEER).statusCode()).isEqualTo(404);
            assertThat(browser.get(PEER, "Authorization", "Bearer " + token).statusCode())
                    .isEqualTo(404);
        }
    }

    private StaffSite guarded() throws Exception {
        return new StaffSite(Optional.of(provider.client()), clock);
    }

    private static int status(StaffSite site, StaffRoute route) throws Exception {
        Browser nobody = new Browser(site.address());
        return route.method().equals("POST")
                ? nobody.post(route.path(), Map.of()).statusCode()
                : nobody.get(route.path()).statusCode();
    }

    private static HttpResponse<String> ask(StaffSite site, String signed, PeerPass pass, String asked)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.address().resolve(asked));
        Optional<String> proof = pass.sign(request, signed).build().headers().firstValue("Authorization");
        Browser peer = new Browser(site.address());
        return proof.isPresent() ? peer.get(asked, "Authorization", proof.get()) : peer.get(asked);
    }
}
