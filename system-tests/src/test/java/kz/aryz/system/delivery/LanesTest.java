package kz.aryz.system.delivery;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An attempt is held for as long as it takes, taken over when its worker dies, and made again when it is lost. */
@Uses(LoneNotifier.class)
class LanesTest {

    /** How long the broker locks a record for a lane that does not renew. */
    private static final Duration LOCK = Duration.ofSeconds(30);

    /** What was in line before the ledger heard of a delivery is sent as well: one attempt more, or two where it lags. */
    private static final long MOST_COPIES = 3;

    private static final Map<String, String> VERY_PATIENT =
            Map.of("ARYZ_SMTP_TIMEOUT", "PT20M", "ARYZ_OUTCOME_WITHIN", "PT20M");

    private final LoneNotifier notifier = LoneNotifier.get();
    private final UnrulyMailServer server = notifier.mailServer();
    private final Duties duties = new Duties(notifier.platform());

    @AfterEach
    void stop() {
        server.heal();
        notifier.stop();
        duties.close();
    }

    /** The ledger would make another attempt after twenty minutes only: whoever sends the mail has the first one. */
    @Test
    void anAttemptIsHeldBeyondItsLockAndTakenOverWhenItsWorkerIsKilled() throws Exception {
        notifier.start(VERY_PATIENT);
        String duty = duties.raise(id -> server.troubleWith(id, Trouble.HANGS));
        awaitThatItWasGiven(duty);

        await("given to nobody else")
                .atMost(PATIENCE)
                .during(LOCK.multipliedBy(2))
                .until(() -> server.given(duty).size() == 1);
        notifier.kill();
        server.heal();
        notifier.start(VERY_PATIENT);

        awaitArrivalOf(List.of(duty));
        assertThat(Set.copyOf(server.given(duty))).as("what was given in all").hasSize(1);
        assertThat(mailsOf(duty)).extracting(ReceivedMail::messageId).containsOnly("<" + duty + "@aryz.example>");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(duties.outcomes(duty))
                        .extracting(DeliveryOutcome::getNumber)
                        .contains(1));
        assertThat(duties.attempts(duty)).hasSize(1);
    }

    @Test
    void anAttemptThatTheBrokerGaveUpIsMadeAgain() throws Exception {
        Map<String, String> impatient = Map.of("ARYZ_OUTCOME_WITHIN", "PT1M", "ARYZ_SMTP_TIMEOUT", "PT1M");
        notifier.start(impatient);
        String duty = duties.raise(id -> server.troubleWith(id, Trouble.HANGS));
        awaitThatItWasGiven(duty);
        notifier.kill();

        try (CarelessWorker worker = new CarelessWorker(notifier.platform())) {
            await("archived").atMost(PATIENCE).until(() -> worker.dropAndCountDeliveries(duty) == 5);
        }
        server.heal();
        notifier.start(impatient);

        awaitArrivalOf(List.of(duty));
        assertThat(duties.attempts(duty)).extracting(DeliveryAttempt::getNumber).startsWith(1, 2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(duties.outcomes(duty))
                        .isNotEmpty()
                        .extracting(DeliveryOutcome::getNumber)
                        .doesNotContain(1));
    }

    @Test
    void anAttemptOfATransactionThatCameToNothingIsNotMade() throws Exception {
        notifier.start(Map.of());
        String complaintId = UUID.randomUUID().toString();
        String aborted = UUID.randomUUID().toString();
        duties.beginAndAbortAnAttempt(complaintId, aborted);

        String duty = duties.raiseAbout(complaintId);

        awaitArrivalOf(List.of(duty));
        assertThat(server.given(aborted)).isEmpty();
    }

    /** More mails hang than there are lanes: the others wait for as long as one attempt may last, and not for ever. */
    @Test
    void otherMailsComeThroughWhereMoreHangThanThereAreLanesAndNoneIsSentOverAndOver() throws Exception {
        notifier.start(Map.of(
                "ARYZ_MAIL_LANES", "13",
                "ARYZ_SMTP_TIMEOUT", "PT3S",
                "ARYZ_OUTCOME_WITHIN", "PT10S",
                "ARYZ_RETRY_FIRST", "PT1S",
                "ARYZ_RETRY_LONGEST", "PT5S"));
        List<String> hanging = duties.raiseOnEveryPartition(4, id -> server.troubleWith(id, Trouble.HANGS));
        await("as many hang as there are lanes").atMost(PATIENCE).until(() -> server.held() >= 13);

        List<String> others = duties.raiseOnEveryPartition(1);

        awaitArrivalOf(others);
        server.heal();
        awaitArrivalOf(hanging);
        Map<String, Long> copies = notifier.mails().stream()
                .filter(mail -> hanging.contains(mail.obligationId()))
                .collect(groupingBy(ReceivedMail::obligationId, counting()));
        assertThat(copies.values())
                .as("copies of each mail")
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(MOST_COPIES));
    }

    private void awaitThatItWasGiven(String duty) {
        await().atMost(PATIENCE).until(() -> !server.given(duty).isEmpty());
    }

    private void awaitArrivalOf(List<String> ids) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(notifier.mails())
                        .extracting(ReceivedMail::obligationId)
                        .containsAll(ids));
    }

    private List<ReceivedMail> mailsOf(String duty) throws Exception {
        return notifier.mails().stream()
                .filter(mail -> mail.obligationId().equals(duty))
                .toList();
    }
}
