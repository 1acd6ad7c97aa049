package kz.aryz.notifier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.TopologyFixture;
import kz.aryz.notifier.state.WatchState;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationReason;
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

    private void submit() {
        notifier.submit(Records.submission(Records.COMPLAINT, Records.RECEIVED_AT));
    }
}
