package kz.aryz.system.delivery;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One mail is in trouble; no other waits for it, and in the end it arrives as it was. */
@Uses(LoneNotifier.class)
class MailTroubleTest {

    /** Whoever hangs, hangs until the server is healed. */
    private static final Map<String, String> VARIABLES = Map.of(
            "ARYZ_SMTP_TIMEOUT", "PT10M",
            "ARYZ_OUTCOME_WITHIN", "PT20M",
            "ARYZ_RETRY_FIRST", "PT0.5S",
            "ARYZ_RETRY_LONGEST", "PT2S");

    private final LoneNotifier notifier = LoneNotifier.get();
    private final UnrulyMailServer server = notifier.mailServer();
    private final Duties duties = new Duties(notifier.platform());

    @BeforeAll
    static void start() {
        LoneNotifier.get().start(VARIABLES);
    }

    @AfterAll
    static void stop() {
        LoneNotifier.get().stop();
    }

    @AfterEach
    void heal() {
        server.heal();
        duties.close();
    }

    @ParameterizedTest
    @EnumSource
    void noOtherMailWaitsForOneInTrouble(Trouble trouble) throws Exception {
        String troubled = duties.raise(id -> server.troubleWith(id, trouble));
        await().atMost(PATIENCE).until(() -> !server.given(troubled).isEmpty());

        List<String> others = duties.raiseOnEveryPartition(5);

        awaitArrivalOf(others);
        if (trouble.keepsWaiting()) {
            assertThat(server.held()).as("connections that still wait").isOne();
            assertThat(server.given(troubled)).hasSize(1);
        }
        server.heal();
        awaitArrivalOf(List.of(troubled));
        assertThat(server.given(troubled)).hasSizeGreaterThan(1);
        assertThat(Set.copyOf(server.given(troubled)))
                .as("what was given in all attempts")
                .isEqualTo(Set.of(message(duties.attempts(troubled).getFirst())));
    }

    /**
     * Whoever is told nothing does not say what the connection is for: it may be one more attempt of what another test left
     * behind. Then that mail is in trouble instead, and all is done again.
     */
    @Test
    void noOtherMailWaitsForAServerThatTakesAConnectionAndSaysNothing() {
        await().pollInSameThread().atMost(PATIENCE.multipliedBy(2)).untilAsserted(() -> {
            server.heal();
            await().atMost(PATIENCE).until(() -> server.held() == 0);
            server.beSilentToTheNext();
            String troubled = duties.raise();
            await().atMost(PATIENCE).until(() -> server.held() == 1);

            List<String> others = duties.raiseOnEveryPartition(5);

            awaitArrivalOf(others);
            assertThat(server.held()).as("connections that still wait").isOne();
            assertThat(server.given(troubled)).isEmpty();
            server.heal();
            awaitArrivalOf(List.of(troubled));
        });
    }

    private static GivenMessage message(DeliveryAttempt attempt) {
        ByteBuffer message = attempt.getMail().getMessage();
        byte[] bytes = new byte[message.remaining()];
        message.duplicate().get(bytes);
        return GivenMessage.of(bytes);
    }

    private void awaitArrivalOf(List<String> obligations) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(arrived()).containsAll(obligations));
    }

    private Set<String> arrived() throws Exception {
        return notifier.mails().stream().map(ReceivedMail::obligationId).collect(Collectors.toSet());
    }
}
