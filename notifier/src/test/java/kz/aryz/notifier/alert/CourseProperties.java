package kz.aryz.notifier.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.DeliveryResult;
import kz.aryz.schema.Obligation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CourseProperties {

    private static final Instant START = Records.RECEIVED_AT;
    private static final Obligation OBLIGATION = Records.obligation(Records.COMPLAINT, START);

    private static final Instant LATEST = START.plusSeconds(999);
    private static final Duration REMINDER = Duration.ofHours(24);

    private final Course course = new Course(
            new RetrySchedule(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(30), REMINDER));

    /** Whatever became of the message, in whatever order it is learnt. */
    @Property
    void isAlwaysDueUntilAPersonConfirms(@ForAll("facts") List<LedgerFact> facts) {
        AlertProgress raised = course.raised(Course.start(), START);

        AlertProgress later = all(facts, course.attempted(raised, START));

        assertThat(later.getDueAt() == null).isEqualTo(later.getAcknowledgedAt() != null);
    }

    @Property
    void whatWasTakenGoesAgainAsAReminderOnlyWhateverFailsBeside(
            @ForAll("failures") List<LedgerFact> before, @ForAll("failures") List<LedgerFact> after) {
        AlertProgress raised = course.raised(Course.start(), START);
        AlertProgress tried = all(before, course.attempted(raised, START));

        AlertProgress later = all(after, ended(tried, delivered(1)));

        assertThat(later.getDeliveredAt()).isEqualTo(START);
        assertThat(later.getDueAt()).isEqualTo(START.plus(REMINDER));
    }

    @Property
    void goesOnWithAReminderThatFailsAsWithEveryAttempt(@ForAll @IntRange(min = 1, max = 9) int number) {
        AlertProgress taken = ended(Course.start(), delivered(number));
        Instant remindedAt = START.plus(REMINDER);

        AlertProgress failed = ended(
                course.attempted(taken, remindedAt),
                Records.outcome(OBLIGATION, DeliveryResult.FAILED, number + 1, remindedAt));

        assertThat(failed.getDueAt()).isBetween(remindedAt, remindedAt.plus(Duration.ofMinutes(1)));
    }

    @Property
    void remindsOfNothingTwiceWhenItReadsAgainThatItWasTaken(@ForAll @IntRange(min = 1, max = 9) int number) {
        AlertProgress taken = ended(Course.start(), delivered(number));
        AlertProgress reminded = course.attempted(taken, START.plus(REMINDER));

        AlertProgress again = ended(reminded, delivered(number));

        assertThat(again.getDueAt()).isEqualTo(reminded.getDueAt());
    }

    @Property
    void keepsTheFirstConfirmation(@ForAll("facts") List<LedgerFact> facts) {
        AlertProgress confirmed = course.acknowledged(Course.start(), Records.acknowledgement(OBLIGATION, START));

        AlertProgress later = all(facts, confirmed);

        assertThat(later.getAcknowledgedAt()).isEqualTo(START);
        assertThat(later.getDueAt()).isNull();
    }

    /** Of attempts that wait in line, the first is made, and those that were made due after its end. */
    @Property
    void leavesBehindWhatWaitedInLineWhileAnotherAttemptEnded(@ForAll("failures") List<LedgerFact> failures) {
        AlertProgress raised = course.raised(Course.start(), START);
        Instant endedAt = START.plusSeconds(1000);

        AlertProgress tried = ended(
                all(failures, course.attempted(raised, START)),
                Records.outcome(OBLIGATION, DeliveryResult.FAILED, 1, endedAt));

        assertThat(Course.isPast(tried, endedAt.minusMillis(1))).isTrue();
        assertThat(Course.isPast(tried, endedAt.plusMillis(1))).isFalse();
    }

    /** The clock of whoever sends may be ahead. */
    @Property
    void waitsNoLongerForAnEndThatIsYetToCome(
            @ForAll DeliveryResult result, @ForAll @IntRange(min = 1, max = 1_000_000) int seconds) {
        AlertProgress attempted = course.attempted(course.raised(Course.start(), START), START);
        DeliveryOutcome ahead = Records.outcome(OBLIGATION, result, 1, START.plusSeconds(seconds));

        AlertProgress progress = course.ended(attempted, ahead, START);

        assertThat(progress).isEqualTo(course.ended(attempted, Records.outcome(OBLIGATION, result, 1, START), START));
    }

    @Property
    void takesNoneOfItsOwnTimesForOneOfAClockThatWasAhead(@ForAll("facts") List<LedgerFact> facts) {
        AlertProgress progress = all(facts, course.attempted(course.raised(Course.start(), START), START));

        assertThat(course.isAhead(progress, LATEST)).isFalse();
    }

    @Property
    void leavesEveryAttemptBehindOnceAPersonConfirmed(@ForAll("facts") List<LedgerFact> facts) {
        AlertProgress confirmed =
                course.acknowledged(all(facts, Course.start()), Records.acknowledgement(OBLIGATION, START));

        assertThat(Course.isPast(confirmed, START.plusSeconds(100_000))).isTrue();
    }

    /** The clock of whoever sent may be behind; the ledger may hear of it late. */
    @Property
    void leavesBehindWhatWasMadeDueBeforeItHeardThatTheMessageWasTaken(
            @ForAll("failures") List<LedgerFact> facts, @ForAll @IntRange(min = 0, max = 1_000) int seconds) {
        AlertProgress waiting = all(facts, course.attempted(course.raised(Course.start(), START), START));
        Instant heard = LATEST.plusSeconds(seconds);

        AlertProgress taken = course.ended(waiting, delivered(1), heard);

        assertThat(Course.isPast(taken, heard)).isTrue();
        assertThat(Course.isPast(taken, heard.plusMillis(1))).isFalse();
    }

    @Property
    void makesTheReminderOfWhatWasTaken(@ForAll("failures") List<LedgerFact> facts) {
        AlertProgress taken = ended(all(facts, Course.start()), delivered(1));

        assertThat(Course.isPast(taken, START.plus(REMINDER))).isFalse();
    }

    @Provide
    Arbitrary<List<LedgerFact>> facts() {
        return Arbitraries.oneOf(outcomes(DeliveryResult.values()), confirmations())
                .list();
    }

    @Provide
    Arbitrary<List<LedgerFact>> failures() {
        return outcomes(DeliveryResult.FAILED).list();
    }

    private static Arbitrary<LedgerFact> outcomes(DeliveryResult... results) {
        return Combinators.combine(
                        Arbitraries.of(results),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 999))
                .as((result, number, seconds) ->
                        new LedgerFact.Ended(Records.outcome(OBLIGATION, result, number, START.plusSeconds(seconds))));
    }

    private static Arbitrary<LedgerFact> confirmations() {
        return Arbitraries.integers()
                .between(0, 999)
                .map(seconds ->
                        new LedgerFact.Confirmed(Records.acknowledgement(OBLIGATION, START.plusSeconds(seconds))));
    }

    private static DeliveryOutcome delivered(int number) {
        return Records.outcome(OBLIGATION, DeliveryResult.DELIVERED, number, START);
    }

    /** Learnt at once. */
    private AlertProgress ended(AlertProgress progress, DeliveryOutcome outcome) {
        return course.ended(progress, outcome, outcome.getAt());
    }

    private AlertProgress all(List<LedgerFact> facts, AlertProgress from) {
        AlertProgress progress = from;
        for (LedgerFact fact : facts) {
            progress = switch (fact) {
                case LedgerFact.Raised raised -> course.raised(progress, START);
                case LedgerFact.Ended ended -> ended(progress, ended.outcome());
                case LedgerFact.Confirmed confirmed -> course.acknowledged(progress, confirmed.acknowledgement());
            };
        }
        return progress;
    }
}
