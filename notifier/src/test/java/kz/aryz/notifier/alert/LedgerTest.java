package kz.aryz.notifier.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.TopologyFixture;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.notifier.store.TimeKey;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryResult;
import kz.aryz.schema.MailDue;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationReason;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final TopologyFixture notifier = new TopologyFixture();
    private final Obligation obligation = Records.obligation(Records.COMPLAINT, TopologyFixture.START);

    @AfterEach
    void close() {
        notifier.close();
    }

    @Test
    void makesTheFirstAttemptDueAtOnce() {
        notifier.raise(obligation);

        List<DeliveryAttempt> attempts = notifier.attempts();
        assertThat(attempts).hasSize(1);
        assertThat(attempts.getFirst().getNumber()).isEqualTo(1);
        assertThat(attempts.getFirst().getMail()).isEqualTo(Records.mail(obligation));
    }

    @Test
    void triesAgainAfterPausesThatGrowUpToTheLongest() {
        notifier.raise(obligation);

        for (int number = 1; number <= 8; number++) {
            assertThat(notifier.attempts()).singleElement().extracting("number").isEqualTo(number);
            fail(number);
            notifier.pass(pause(number).minus(MOMENT));
            assertThat(notifier.attempts()).isEmpty();
            notifier.pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void triesOnAndOnAndStaysOpenUntilAPersonConfirms() {
        notifier.raise(obligation);
        int attempts = 200;

        for (int number = 1; number <= attempts; number++) {
            fail(number);
            notifier.pass(pause(number).plusSeconds(1));
        }

        assertThat(notifier.attempts()).hasSize(attempts + 1);
        assertThat(progress().getDueAt()).isNotNull();
        assertThat(places()).singleElement().asString().startsWith(AlertState.OPEN.prefix());
        notifier.confirm(Records.acknowledgement(obligation, notifier.now()));
        fail(attempts + 1);
        notifier.pass(Duration.ofDays(1));
        assertThat(notifier.attempts()).isEmpty();
        assertThat(places()).singleElement().asString().startsWith(AlertState.ACKNOWLEDGED.prefix());
    }

    @Test
    void isNotOpenedAgainByTheOutcomeOfAnAttemptThatWasOnItsWayWhenAPersonConfirmed() {
        notifier.raise(obligation);
        notifier.attempts();
        notifier.confirm(Records.acknowledgement(obligation, notifier.now()));

        notifier.end(Records.outcome(obligation, DeliveryResult.DELIVERED, 1, notifier.now()));
        notifier.pass(Duration.ofDays(1));

        assertThat(notifier.attempts()).isEmpty();
        assertThat(places()).singleElement().asString().startsWith(AlertState.ACKNOWLEDGED.prefix());
        assertThat(progress().getDeliveredAt()).isNotNull();
    }

    @Test
    void sendsTheSameBytesInEveryAttempt() {
        notifier.raise(obligation);
        DeliveryAttempt first = notifier.attempts().getFirst();
        fail(1);
        notifier.pass(Duration.ofSeconds(6));

        DeliveryAttempt second = notifier.attempts().getFirst();

        assertThat(second.getMail()).isEqualTo(first.getMail());
        assertThat(second.getAttemptId()).isNotEqualTo(first.getAttemptId());
    }

    /** Whoever has set a wrong address puts it right for what is open too. */
    @Test
    void sendsTheMessageAsItIsToTheMailboxThatItsAddresseeHasToday() {
        notifier.raise(obligation);
        notifier.attempts();
        notifier.moveMailbox("office@ombudsman.example");
        fail(1);
        notifier.pass(Duration.ofSeconds(6));

        MailDue mail = notifier.attempts().getFirst().getMail();

        assertThat(mail.getRecipient()).isEqualTo("office@ombudsman.example");
        assertThat(mail.getMessage()).isEqualTo(Records.mail(obligation).getMessage());
    }

    @Test
    void makesAnAttemptThatNobodyReportsOnDueAgain() {
        notifier.raise(obligation);
        notifier.attempts();

        notifier.pass(TopologyFixture.OUTCOME_WITHIN.plusSeconds(1));

        assertThat(notifier.attempts()).singleElement().extracting("number").isEqualTo(2);
    }

    /** It may come back, or lie unread. */
    @Test
    void remindsAgainAndAgainOfWhatAServerHasTakenAndNobodyConfirms() {
        notifier.raise(obligation);
        MailDue mail = notifier.attempts().getFirst().getMail();

        for (int number = 1; number <= 3; number++) {
            take(obligation, number);
            notifier.pass(TopologyFixture.HOLDING_WITHIN.minus(MOMENT));
            assertThat(notifier.attempts()).isEmpty();
            notifier.pass(Duration.ofSeconds(1));

            List<DeliveryAttempt> reminder = notifier.attempts();
            assertThat(reminder).extracting(DeliveryAttempt::getNumber).containsExactly(number + 1);
            assertThat(reminder.getFirst().getMail()).isEqualTo(mail);
            assertThat(Course.isPast(progress(), reminder.getFirst().getDueAt()))
                    .isFalse();
        }
        notifier.confirm(Records.acknowledgement(obligation, notifier.now()));
        notifier.pass(TopologyFixture.HOLDING_WITHIN.multipliedBy(2));
        assertThat(notifier.attempts()).isEmpty();
    }

    @Test
    void makesAReminderThatNobodyReportsOnDueAgain() {
        notifier.raise(obligation);
        take(obligation, 1);
        notifier.pass(TopologyFixture.HOLDING_WITHIN.plusSeconds(1));
        notifier.attempts();

        notifier.pass(TopologyFixture.OUTCOME_WITHIN.plusSeconds(1));

        assertThat(notifier.attempts()).singleElement().extracting("number").isEqualTo(3);
    }

    /** The watch raises another alert each time. */
    @Test
    void remindsOfNothingThatTheWatchTellsAnew() {
        Obligation held = Records.obligation(Records.COMPLAINT, TopologyFixture.START);
        held.getRaised().setReason(ObligationReason.HOLDING_OVERDUE);
        notifier.raise(held);
        notifier.attempts();

        take(held, 1);
        notifier.pass(TopologyFixture.HOLDING_WITHIN.multipliedBy(3));

        assertThat(notifier.attempts()).isEmpty();
    }

    /** A mail that a server had taken was left without a next attempt. */
    @Test
    void remindsOfWhatAVersionLeftOpenThatRemindedNobody() {
        notifier.raise(obligation);
        notifier.attempts();
        take(obligation, 1);
        AlertProgress left = AlertProgress.newBuilder(progress()).setDueAt(null).build();
        notifier.store(NotifierStores.PROGRESS, obligation.getObligationId(), left);
        notifier.keys(NotifierStores.DUE).forEach(key -> notifier.store(NotifierStores.DUE, key, null));

        notifier.pass(Duration.ofSeconds(1));
        notifier.pass(TopologyFixture.HOLDING_WITHIN);

        assertThat(notifier.attempts()).singleElement().extracting("number").isEqualTo(2);
    }

    /** Nobody who has not been told yet waits behind them. */
    @Test
    void spreadsWhatShouldHaveBeenRemindedOfLongAgo() {
        Instant longAgo = notifier.now().minus(TopologyFixture.HOLDING_WITHIN.multipliedBy(9));
        List<Obligation> open = IntStream.range(0, 20)
                .mapToObj(each ->
                        Records.obligation("018d4f2a-0000-8000-8000-%012d".formatted(each), TopologyFixture.START))
                .toList();
        open.forEach(notifier::raise);
        notifier.attempts();
        open.forEach(alert -> notifier.store(
                NotifierStores.PROGRESS,
                alert.getObligationId(),
                AlertProgress.newBuilder()
                        .setAttempts(1)
                        .setDeliveredAt(longAgo)
                        .setDueAt(null)
                        .build()));
        notifier.keys(NotifierStores.DUE).forEach(key -> notifier.store(NotifierStores.DUE, key, null));

        notifier.pass(Duration.ofSeconds(1));

        List<String> due = notifier.keys(NotifierStores.DUE);
        assertThat(due).hasSize(20);
        assertThat(due.stream().map(key -> key.substring(0, 12)).distinct()).hasSizeGreaterThan(5);
        notifier.attempts();
        notifier.pass(TopologyFixture.HOLDING_WITHIN);
        assertThat(notifier.attempts())
                .extracting(DeliveryAttempt::getObligationId)
                .containsAll(open.stream().map(Obligation::getObligationId).toList());
    }

    /** The clock of the machine that sends is ahead. */
    @Test
    void waitsNoLongerForAnEndThatIsYetToCome() {
        notifier.raise(obligation);
        notifier.attempts();
        Instant ahead = notifier.now().plus(Duration.ofMinutes(40));
        notifier.end(Records.outcome(obligation, DeliveryResult.FAILED, 1, ahead));

        notifier.pass(pause(1).plusSeconds(1));

        assertIsMade(2);
    }

    /** The clock of this machine was, when it started. */
    @Test
    void makesWhatWasPutOffByAClockThatWasAhead() {
        notifier.raise(obligation);
        notifier.attempts();
        fail(1);
        Instant ahead = notifier.now().plus(Duration.ofHours(5));
        putOff(ahead, ahead.plus(pause(1)));

        notifier.pass(Duration.ofMinutes(1));
        notifier.pass(Duration.ofSeconds(1));

        assertIsMade(2);
    }

    @Test
    void remindsOfWhatWasPutOffByAClockThatWasAhead() {
        notifier.raise(obligation);
        notifier.attempts();
        take(obligation, 1);
        Instant ahead = notifier.now().plus(Duration.ofHours(5));
        putOff(ahead, ahead.plus(TopologyFixture.HOLDING_WITHIN));

        notifier.pass(Duration.ofMinutes(1));
        notifier.pass(Duration.ofSeconds(1));

        assertIsMade(2);
    }

    @Test
    void endsTheAttemptsWhenAPersonConfirmsAndKeepsTheObligation() {
        notifier.raise(obligation);
        notifier.attempts();

        notifier.confirm(Records.acknowledgement(obligation, notifier.now()));
        notifier.pass(Duration.ofDays(1));

        assertThat(notifier.attempts()).isEmpty();
        assertThat(notifier.stored(NotifierStores.OBLIGATIONS, Obligation.class, obligation.getObligationId()))
                .isEqualTo(obligation);
        assertThat(notifier.keys(NotifierStores.INBOX))
                .singleElement()
                .satisfies(place -> assertThat(place).startsWith(AlertState.ACKNOWLEDGED.prefix()));
    }

    @Test
    void multipliesNothingWhenARecordIsReadAgain() {
        notifier.raise(obligation);
        notifier.attempts();
        notifier.end(Records.outcome(obligation, DeliveryResult.DELIVERED, 1, notifier.now()));
        notifier.confirm(Records.acknowledgement(obligation, notifier.now()));
        AlertProgress before = progress();

        notifier.raise(obligation);
        notifier.end(Records.outcome(obligation, DeliveryResult.DELIVERED, 1, notifier.now()));
        notifier.confirm(Records.acknowledgement(obligation, notifier.now().plusSeconds(1)));
        notifier.pass(Duration.ofDays(1));

        assertThat(notifier.attempts()).isEmpty();
        assertThat(progress()).isEqualTo(before);
        assertThat(notifier.keys(NotifierStores.INBOX)).hasSize(1);
    }

    @Test
    void keepsWhatIsReadBeforeItsObligation() {
        notifier.end(Records.outcome(obligation, DeliveryResult.DELIVERED, 1, notifier.now()));
        notifier.confirm(Records.acknowledgement(obligation, notifier.now()));

        notifier.raise(obligation);
        notifier.pass(Duration.ofDays(1));

        assertThat(notifier.attempts()).isEmpty();
        assertThat(progress().getAcknowledgedAt()).isEqualTo(TopologyFixture.START);
    }

    @Test
    void parksWhatItDoesNotKnowTellsTheCommissionerAndGoesOn() {
        notifier.pipeBytes(Topics.OBLIGATIONS, "key", new byte[] {9, 9});
        notifier.raise(obligation);

        assertThat(notifier.writtenRecords(Topics.NOTIFIER_DEAD_LETTERS))
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).containsExactly(9, 9));
        assertThat(notifier.written(Topics.OBLIGATIONS))
                .singleElement()
                .extracting(duty -> duty.getRaised().getDetailCode())
                .isEqualTo("MALFORMED");
        assertThat(notifier.attempts())
                .extracting(DeliveryAttempt::getObligationId)
                .contains(obligation.getObligationId());
    }

    private List<String> places() {
        return notifier.keys(NotifierStores.INBOX);
    }

    private void assertIsMade(int number) {
        List<DeliveryAttempt> attempts = notifier.attempts();
        assertThat(attempts).extracting(DeliveryAttempt::getNumber).containsExactly(number);
        assertThat(Course.isPast(progress(), attempts.getFirst().getDueAt())).isFalse();
    }

    private void putOff(Instant endedAt, Instant dueAt) {
        String id = obligation.getObligationId();
        notifier.keys(NotifierStores.DUE).forEach(key -> notifier.store(NotifierStores.DUE, key, null));
        notifier.store(NotifierStores.DUE, TimeKey.of(dueAt, id), id);
        notifier.store(
                NotifierStores.PROGRESS,
                id,
                AlertProgress.newBuilder(progress())
                        .setEndedAt(endedAt)
                        .setDueAt(dueAt)
                        .build());
    }

    private void take(Obligation taken, int number) {
        notifier.end(Records.outcome(taken, DeliveryResult.DELIVERED, number, notifier.now()));
    }

    private void fail(int number) {
        notifier.end(Records.outcome(obligation, DeliveryResult.FAILED, number, notifier.now()));
    }

    private static Duration pause(int number) {
        long seconds = Math.min(5L << Math.min(number - 1, 30), TopologyFixture.LONGEST_PAUSE.toSeconds());
        return Duration.ofSeconds(seconds);
    }

    private AlertProgress progress() {
        return notifier.stored(NotifierStores.PROGRESS, AlertProgress.class, obligation.getObligationId());
    }
}
