package kz.aryz.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.TopologyFixture;
import kz.aryz.notifier.state.HeldFor;
import kz.aryz.notifier.state.WatchState;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.notifier.store.TimeKey;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Routed;
import kz.aryz.schema.Submission;
import kz.aryz.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionWatchTest {

    private static final Duration MUCH_LATER = Duration.ofHours(5);

    private final TopologyFixture notifier = new TopologyFixture();

    @AfterEach
    void close() {
        notifier.close();
    }

    @Test
    void tellsTheCommissionerOnceOfAComplaintWithoutADecision() {
        submit();

        notifier.pass(TopologyFixture.DECISION_WITHIN.minusSeconds(1));
        assertThat(notifier.written(Topics.OBLIGATIONS)).isEmpty();
        notifier.pass(Duration.ofSeconds(2));
        List<Obligation> told = notifier.written(Topics.OBLIGATIONS);
        notifier.pass(MUCH_LATER);

        assertThat(told).singleElement().satisfies(obligation -> {
            assertThat(obligation.getRaised().getReason()).isEqualTo(ObligationReason.NO_DECISION);
            assertThat(obligation.getRaised().getAddressee()).isEqualTo("COMMISSIONER");
            assertThat(obligation.getRaised().getComplaintNumber()).isEqualTo(Records.NUMBER);
        });
        assertThat(notifier.written(Topics.OBLIGATIONS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRIAGED", "ROUTED"})
    void isSilentAfterADecision(CaseEventKind decision) {
        submit();
        notifier.decide(Records.event(Records.COMPLAINT, decision, notifier.now()));

        notifier.pass(MUCH_LATER);

        assertThat(notifier.written(Topics.OBLIGATIONS)).isEmpty();
    }

    @Test
    void takesTheEntryInTheRegisterForNoDecision() {
        submit();
        notifier.decide(Records.event(Records.COMPLAINT, CaseEventKind.REGISTERED, notifier.now()));

        notifier.pass(MUCH_LATER);

        assertThat(notifier.written(Topics.OBLIGATIONS)).hasSize(1);
    }

    @Test
    void isSilentWhenTheDecisionIsReadBeforeTheSubmission() {
        notifier.decide(Records.event(Records.COMPLAINT, CaseEventKind.ROUTED, notifier.now()));
        submit();

        notifier.pass(MUCH_LATER);

        assertThat(notifier.written(Topics.OBLIGATIONS)).isEmpty();
    }

    @Test
    void startsNoNewWaitForACopyOfTheSubmission() {
        submit();
        notifier.decide(Records.event(Records.COMPLAINT, CaseEventKind.ROUTED, notifier.now()));
        submit();

        notifier.pass(MUCH_LATER);

        assertThat(notifier.written(Topics.OBLIGATIONS)).isEmpty();
    }

    @Test
    void notesADecisionThatComesAfterTheCommissionerWasTold() {
        submit();
        notifier.pass(MUCH_LATER);
        notifier.written(Topics.OBLIGATIONS);

        notifier.decide(Records.event(Records.COMPLAINT, CaseEventKind.ROUTED, notifier.now()));
        notifier.pass(MUCH_LATER);

        assertThat(notifier.stored(NotifierStores.WATCHED, WatchedComplaint.class, Records.COMPLAINT)
                        .getState())
                .isEqualTo(WatchState.DECIDED);
        assertThat(notifier.written(Topics.OBLIGATIONS)).isEmpty();
    }

    @Test
    void givesADecisionTimeToBeReadWhenABacklogIsRead() {
        notifier.pass(MUCH_LATER);
        submit();

        notifier.pass(Duration.ofSeconds(1));
        notifier.decide(Records.event(Records.COMPLAINT, CaseEventKind.ROUTED, notifier.now()));
        notifier.pass(MUCH_LATER);

        assertThat(notifier.written(Topics.OBLIGATIONS)).isEmpty();
    }

    @Test
    void waitsNoLongerForATimeOfReceiptThatIsYetToCome() {
        notifier.submit(Records.submission(Records.COMPLAINT, Records.RECEIVED_AT.plus(Duration.ofDays(365))));

        notifier.pass(TopologyFixture.DECISION_WITHIN.plusSeconds(1));

        assertThat(notifier.written(Topics.OBLIGATIONS)).hasSize(1);
    }

    /** As where the clock of this machine was ahead when it started. */
    @Test
    void waitsNoLongerThanItWouldForADeadlineThatAClockSetThatWasAhead() {
        submit();
        WatchedComplaint ahead = watched();
        ahead.setDeadline(notifier.now().plus(MUCH_LATER));
        putOff(ahead, ahead.getDeadline());

        notifier.pass(Duration.ofMinutes(1));
        notifier.pass(TopologyFixture.DECISION_WITHIN);

        assertThat(reasons()).containsExactly(ObligationReason.NO_DECISION);
    }

    @Test
    void remindsOfWhatIsHeldWhateverAClockPutOffThatWasAhead() {
        submit(ConsentValue.REFUSED);
        notifier.decide(routed("COMMISSIONER", "R10"));
        notifier.pass(TopologyFixture.HOLDING_WITHIN.plusMinutes(1));
        notifier.written(Topics.OBLIGATIONS);
        WatchedComplaint ahead = watched();
        ahead.setHeldUntil(ahead.getHeldUntil().plus(MUCH_LATER));
        putOff(ahead, ahead.getHeldUntil());

        notifier.pass(Duration.ofMinutes(1));
        notifier.pass(Duration.ofMinutes(1));

        assertThat(reasons()).containsExactly(ObligationReason.HOLDING_OVERDUE);
        assertThat(notifier.keys(NotifierStores.DEADLINES)).hasSize(1);
    }

    /** By the rules with which triage gives a complaint to the Commissioner. */
    @ParameterizedTest
    @CsvSource({
        "R10, NO_CONSENT",
        "R5, PROSECUTION_ACCUSED",
        "R5-UNKNOWN, UNKNOWN_BODY",
        "UNOPENABLE, UNOPENABLE",
        "R1-BLOCKED, NO_UNIT",
        "NO-QUEUE, NO_UNIT",
        "R2, NO_UNIT"
    })
    void remindsTheCommissionerAgainAndAgainOfWhatTheOfficeHasForWhateverReason(String rule, HeldFor why) {
        submit(ConsentValue.GIVEN);
        notifier.decide(routed("COMMISSIONER", rule));

        notifier.pass(TopologyFixture.HOLDING_WITHIN.minusMinutes(1));
        assertThat(notifier.written(Topics.OBLIGATIONS)).isEmpty();
        notifier.pass(Duration.ofMinutes(2));
        List<Obligation> first = notifier.written(Topics.OBLIGATIONS);
        notifier.pass(TopologyFixture.HOLDING_WITHIN);
        List<Obligation> second = notifier.written(Topics.OBLIGATIONS);

        assertThat(first).singleElement().satisfies(obligation -> {
            assertThat(obligation.getRaised().getReason()).isEqualTo(ObligationReason.HOLDING_OVERDUE);
            assertThat(obligation.getRaised().getComplaintNumber()).isEqualTo(Records.NUMBER);
        });
        assertThat(second)
                .singleElement()
                .satisfies(obligation -> assertThat(obligation.getObligationId())
                        .isNotEqualTo(first.getFirst().getObligationId()));
        assertThat(watched().getHeldFor()).isEqualTo(why);
        assertThat(watched().getHeldSince()).isEqualTo(TopologyFixture.START);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GIVEN")
    void remindsTheCommissionerOfWhatConsentKeepsFromTheUnitThatHasTheBareFacts(ConsentValue consent) {
        submit(consent);
        notifier.decide(routed("PROSECUTOR", "R2"));

        notifier.pass(TopologyFixture.HOLDING_WITHIN.plusMinutes(1));

        assertThat(reasons()).containsExactly(ObligationReason.HOLDING_OVERDUE);
        assertThat(watched().getHeldFor()).isEqualTo(HeldFor.FACTS_ONLY);
    }

    @Test
    void remindsTheCommissionerOfWhatConsentKeepsFromAUnitWhicheverIsReadFirst() {
        notifier.decide(routed("PROSECUTOR", "R2"));
        submit(ConsentValue.REFUSED);

        notifier.pass(TopologyFixture.HOLDING_WITHIN.plusMinutes(1));

        assertThat(reasons()).containsExactly(ObligationReason.HOLDING_OVERDUE);
    }

    @Test
    void isSilentAboutWhatAUnitHasWithConsentWhicheverIsReadFirst() {
        notifier.decide(routed("PROSECUTOR", "R2"));
        submit(ConsentValue.GIVEN);
        notifier.decide(routed("PROSECUTOR", "R2"));

        notifier.pass(TopologyFixture.HOLDING_WITHIN.multipliedBy(3));

        assertThat(reasons()).isEmpty();
        assertThat(notifier.keys(NotifierStores.DEADLINES)).isEmpty();
    }

    @Test
    void remindsTheCommissionerAgainAndAgainOfWhatNobodyDecides() {
        submit();
        notifier.pass(TopologyFixture.DECISION_WITHIN.plusSeconds(1));
        notifier.written(Topics.OBLIGATIONS);

        notifier.pass(TopologyFixture.HOLDING_WITHIN);
        List<ObligationReason> first = reasons();
        notifier.pass(TopologyFixture.HOLDING_WITHIN);

        assertThat(first).containsExactly(ObligationReason.HOLDING_OVERDUE);
        assertThat(reasons()).isEqualTo(first);
        assertThat(watched().getHeldFor()).isEqualTo(HeldFor.UNDECIDED);
        assertThat(watched().getHeldSince()).isEqualTo(Records.RECEIVED_AT);
    }

    @Test
    void isSilentOnceWhatWasOverdueIsDecided() {
        submit(ConsentValue.GIVEN);
        notifier.pass(MUCH_LATER);
        notifier.decide(routed("PROSECUTOR", "R2"));
        notifier.written(Topics.OBLIGATIONS);

        notifier.pass(TopologyFixture.HOLDING_WITHIN.multipliedBy(3));

        assertThat(reasons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RELEASE", "CHECK_EX_OFFICIO"})
    void isSilentOnceTheOfficeLetAUnitHaveWhatItHeld(String step) {
        submit(ConsentValue.REFUSED);
        notifier.decide(routed("COMMISSIONER", "R10"));
        notifier.decide(let(step));

        notifier.pass(TopologyFixture.HOLDING_WITHIN.multipliedBy(3));

        assertThat(reasons()).isEmpty();
    }

    @Test
    void isSilentOnceTheUnitThatHasTheBareFactsMayReadTheRest() {
        submit(ConsentValue.REFUSED);
        notifier.decide(routed("PROSECUTOR", "R2"));
        notifier.decide(Records.event(Records.COMPLAINT, CaseEventKind.RELEASED, notifier.now()));

        notifier.pass(TopologyFixture.HOLDING_WITHIN.multipliedBy(3));

        assertThat(reasons()).isEmpty();
    }

    @Test
    void startsNoNewTimeForACopyOfTheEventThatHoldsIt() {
        CaseEvent held = routed("COMMISSIONER", "R10");
        submit();
        notifier.decide(held);
        notifier.pass(TopologyFixture.HOLDING_WITHIN.minusMinutes(1));
        notifier.decide(held);

        notifier.pass(Duration.ofMinutes(2));

        assertThat(notifier.written(Topics.OBLIGATIONS)).hasSize(1);
    }

    @Test
    void goesOnWithTheTimeWhenWhatIsHeldIsJudgedAnew() {
        submit();
        notifier.decide(routed("COMMISSIONER", "R10"));
        notifier.pass(TopologyFixture.HOLDING_WITHIN.minusMinutes(1));
        notifier.decide(Records.event(Records.COMPLAINT, CaseEventKind.TRIAGED, notifier.now()));

        notifier.pass(Duration.ofMinutes(2));

        assertThat(reasons()).containsExactly(ObligationReason.HOLDING_OVERDUE);
    }

    private void putOff(WatchedComplaint complaint, Instant until) {
        notifier.keys(NotifierStores.DEADLINES).forEach(key -> notifier.store(NotifierStores.DEADLINES, key, null));
        notifier.store(NotifierStores.DEADLINES, TimeKey.of(until, Records.COMPLAINT), Records.COMPLAINT);
        notifier.store(NotifierStores.WATCHED, Records.COMPLAINT, complaint);
    }

    private List<ObligationReason> reasons() {
        return notifier.written(Topics.OBLIGATIONS).stream()
                .map(obligation -> obligation.getRaised().getReason())
                .toList();
    }

    private WatchedComplaint watched() {
        return notifier.stored(NotifierStores.WATCHED, WatchedComplaint.class, Records.COMPLAINT);
    }

    /** By the rules. */
    private CaseEvent routed(String body, String rule) {
        return routed(body, rule, null);
    }

    /** By an officer, with a reason. */
    private CaseEvent let(String step) {
        return routed("PROSECUTOR", step, "LIFE_AT_RISK");
    }

    private CaseEvent routed(String body, String rule, @Nullable String reason) {
        return CaseEvent.newBuilder(Records.event(Records.COMPLAINT, CaseEventKind.ROUTED, notifier.now()))
                .setRouted(Routed.newBuilder()
                        .setUnit(body)
                        .setOwnerBody(body)
                        .setRules(List.of("R0", rule))
                        .setReasonCode(reason)
                        .build())
                .build();
    }

    private void submit() {
        submit(ConsentValue.UNKNOWN);
    }

    private void submit(ConsentValue consent) {
        Submission submission = Records.submission(Records.COMPLAINT, Records.RECEIVED_AT);
        submission.getComplaintReceived().setTransmitToProsecutor(consent);
        notifier.submit(submission);
    }
}
