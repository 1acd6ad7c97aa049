package kz.aryz.notifier.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.schema.DeliveryResult;
import kz.aryz.schema.Obligation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CourseProperties {

    private static final Instant START = Records.RECEIVED_AT;
    private static final Obligation OBLIGATION = Records.obligation(Records.COMPLAINT, START);

    private final Course course =
            new Course(new RetrySchedule(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(30)));

    /** Whoever was told, in whatever order it is learnt: nobody is told again, and nothing is forgotten. */
    @Property
    void staysToldWhateverComesLater(
            @ForAll("facts") List<LedgerFact> before, @ForAll("facts") List<LedgerFact> after) {
        AlertProgress told = all(before, course.ended(Course.start(), delivered(3)));

        AlertProgress later = all(after, told);

        assertThat(later.getDeliveredAt()).isNotNull();
        assertThat(later.getDueAt()).isNull();
    }

    @Property
    void isAlwaysDueWhileNobodyWasToldAndNobodyConfirmed(@ForAll("failures") List<LedgerFact> failures) {
        AlertProgress raised = course.raised(Course.start(), START);

        AlertProgress later = all(failures, course.attempted(raised, START));

        assertThat(later.getDueAt()).isNotNull();
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

        AlertProgress tried = course.ended(
                all(failures, course.attempted(raised, START)),
                Records.outcome(OBLIGATION, DeliveryResult.FAILED, 1, endedAt));

        assertThat(Course.isPast(tried, endedAt.minusMillis(1))).isTrue();
        assertThat(Course.isPast(tried, endedAt.plusMillis(1))).isFalse();
    }

    @Property
    void leavesEveryAttemptBehindOnceSomebodyWasTold(@ForAll("facts") List<LedgerFact> facts) {
        AlertProgress told = course.ended(all(facts, Course.start()), delivered(1));

        assertThat(Course.isPast(told, START.plusSeconds(100_000))).isTrue();
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

    private static kz.aryz.schema.DeliveryOutcome delivered(int number) {
        return Records.outcome(OBLIGATION, DeliveryResult.DELIVERED, number, START);
    }

    private AlertProgress all(List<LedgerFact> facts, AlertProgress from) {
        AlertProgress progress = from;
        for (LedgerFact fact : facts) {
            progress = switch (fact) {
                case LedgerFact.Raised raised -> course.raised(progress, START);
                case LedgerFact.Ended ended -> course.ended(progress, ended.outcome());
                case LedgerFact.Confirmed confirmed -> course.acknowledged(progress, confirmed.acknowledgement());
            };
        }
        return progress;
    }
}
