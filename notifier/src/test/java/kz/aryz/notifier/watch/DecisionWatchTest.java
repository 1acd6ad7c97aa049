package kz.aryz.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.TopologyFixture;
import kz.aryz.notifier.state.WatchState;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Routed;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void remindsTheCommissionerOfWhatIsHeldForWantOfConsentAgainAndAgain() {
        submit();
        notifier.decide(routed("COMMISSIONER", "R10"));

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
    }

    @Test
    void isSilentOnceWhatWasHeldHasGoneToAUnit() {
        submit();
        notifier.decide(routed("COMMISSIONER", "R10"));
        notifier.decide(routed("PROSECUTOR", "RELEASE"));

        notifier.pass(TopologyFixture.HOLDING_WITHIN.multipliedBy(3));

        assertThat(notifier.written(Topics.OBLIGATIONS)).isEmpty();
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
    void takesWhatTheCommissionerHasForAnotherReasonForTheCommissioners() {
        submit();
        notifier.decide(routed("COMMISSIONER", "R5"));

        notifier.pass(TopologyFixture.HOLDING_WITHIN.multipliedBy(3));

        assertThat(notifier.written(Topics.OBLIGATIONS)).isEmpty();
    }

    private CaseEvent routed(String body, String rule) {
        return CaseEvent.newBuilder(Records.event(Records.COMPLAINT, CaseEventKind.ROUTED, notifier.now()))
                .setRouted(Routed.newBuilder()
                        .setUnit(body)
                        .setOwnerBody(body)
                        .setRules(List.of(rule))
                        .build())
                .build();
    }

    private void submit() {
        notifier.submit(Records.submission(Records.COMPLAINT, Records.RECEIVED_AT));
    }
}
