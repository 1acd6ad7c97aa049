package kz.aryz.system.journey;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import kz.aryz.system.Http;
import kz.aryz.system.keycloak.KeycloakAdministrator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The journey against {@code docker compose up}, which somebody has to have called, with the password of Keycloak's first
 * administrator in {@code KEYCLOAK_PASSWORD}; {@code .ci/run} does both.
 */
@Tag("docker")
@Tag("compose")
class ComposeJourneyIT {

    private static final URI KEYCLOAK = URI.create("http://127.0.0.1:8087");

    private static final Endpoints PUBLISHED = new Endpoints(
            URI.create("http://127.0.0.1:8080"),
            URI.create("http://127.0.0.1:8081"),
            URI.create("http://127.0.0.1:8082"),
            URI.create("http://127.0.0.1:8086"));

    /** Before that, who asks may be let in at a port by Docker, and get no answer. */
    @BeforeAll
    static void awaitAllServices() {
        try (Client client = new Client(PUBLISHED)) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(client.isReady()).isTrue());
        }
    }

    @Test
    void aComplaintReachesAQueueAndTheCommissioner() throws IOException {
        try (KeycloakAdministrator keycloak = administrator();
                Client client = new Client(PUBLISHED, officersToken(keycloak))) {
            Journeys journeys = new Journeys(client, PATIENCE);

            Receipt receipt = journeys.submit(Complaints.torture("WEB_FORM", "kk"));

            journeys.awaitArrival(receipt);
        }
    }

    @Test
    void whoDoesNotSignInReadsNothing() throws IOException {
        try (Http http = new Http()) {
            assertThat(http.get(PUBLISHED.triage().resolve("/api/v1/queues")).status())
                    .isEqualTo(401);
            assertThat(http.get(PUBLISHED.notifier().resolve("/api/v1/alerts")).status())
                    .isEqualTo(401);
            assertThat(http.get(PUBLISHED.intake().resolve("/clerk")).headers().get("location"))
                    .startsWith("/sign-in");
        }
    }

    private static KeycloakAdministrator administrator() {
        return new KeycloakAdministrator(KEYCLOAK, "administrator", System.getenv("KEYCLOAK_PASSWORD"));
    }

    private static String officersToken(KeycloakAdministrator keycloak) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> keycloak.token("commissioner-officer", "/bodies/COMMISSIONER"), token -> !token.isEmpty());
    }
}
