package kz.aryz.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The journey against {@code docker compose up}, which somebody has to have called; {@code .ci/run} does. */
@Tag("docker")
@Tag("compose")
class ComposeJourneyIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Endpoints PUBLISHED = new Endpoints(
            URI.create("http://127.0.0.1:8080"),
            URI.create("http://127.0.0.1:8081"),
            URI.create("http://127.0.0.1:8082"),
            URI.create("http://127.0.0.1:8086"));

    @Test
    void aComplaintReachesAQueueAndTheCommissioner() {
        try (Client client = new Client(PUBLISHED)) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(client.isReady()).isTrue());
            Journeys journeys = new Journeys(client, PATIENCE);

            Receipt receipt = journeys.submit(Complaints.torture("WEB_FORM", "kk"));

            journeys.awaitArrival(receipt);
        }
    }
}
