package kz.aryz.system.journey;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.quickstart.up.LocalAryz;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The overseer does not depend on the overseen: nobody decides, and the Commissioner is told of that. */
class WatchTest {

    private static final String NO_DECISION = "NO_DECISION";
    private static final String CLASS_A = "CLASS_A_ALLEGATION";

    private final Addresses addresses = Addresses.free();
    private final Client client = new Client(Endpoints.of(addresses));
    private final LocalAryz aryz;

    WatchTest(@TempDir Path folder) {
        aryz = new LocalAryz(folder, addresses, Optional.empty(), Map.of("ARYZ_DECISION_WITHIN", "PT5S"), line -> {});
    }

    @AfterEach
    void close() {
        client.close();
        aryz.close();
    }

    @Test
    void tellsTheCommissionerOfAComplaintThatNobodyDecidesAboutAndKeepsToItWhenSomebodyDoes() throws Exception {
        aryz.start();
        aryz.triage().stop(PATIENCE);

        String number = client.submit(
                        Complaints.torture("WEB_FORM", "ru"), UUID.randomUUID().toString())
                .complaintNumber();

        eventually(() -> assertThat(client.mailsAbout(number)).hasSize(1));
        assertThat(client.alertsAbout(number))
                .extracting(Alert::reason, Alert::state)
                .containsExactly(tuple(NO_DECISION, "OPEN"));
        aryz.triage().startAndAwait(PATIENCE);
        eventually(() -> assertThat(client.unitsOf(number)).hasSize(1));
        eventually(() -> assertThat(client.mailsAbout(number))
                .extracting(ReceivedMail::obligationId)
                .hasSize(2)
                .doesNotHaveDuplicates());
        assertThat(client.alertsAbout(number))
                .extracting(Alert::reason, Alert::state)
                .containsExactlyInAnyOrder(tuple(NO_DECISION, "OPEN"), tuple(CLASS_A, "OPEN"));
        assertThat(client.acknowledge(the(NO_DECISION, client.alertsAbout(number))))
                .isEqualTo(200);
        eventually(() -> assertThat(client.alertsAbout(number))
                .extracting(Alert::reason, Alert::state)
                .containsExactlyInAnyOrder(tuple(NO_DECISION, "ACKNOWLEDGED"), tuple(CLASS_A, "OPEN")));
    }

    private static Alert the(String reason, List<Alert> alerts) {
        return alerts.stream()
                .filter(alert -> alert.reason().equals(reason))
                .findFirst()
                .orElseThrow();
    }

    private static void eventually(ThrowingRunnable assertion) {
        ConditionFactory patiently = await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1));
        patiently.ignoreExceptions().untilAsserted(assertion);
    }
}
