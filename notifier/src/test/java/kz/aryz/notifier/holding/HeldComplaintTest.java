package kz.aryz.notifier.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.TopologyFixture;
import kz.aryz.notifier.state.HeldFor;
import kz.aryz.notifier.state.WatchState;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.Priority;
import org.junit.jupiter.api.Test;

/** What the watch notes is what the list says: whatever has a clock has a place. */
class HeldComplaintTest {

    private static final Instant LATER = Records.RECEIVED_AT.plus(Duration.ofDays(1));

    @Test
    void whatNobodyHasDecidedIsHeldFromTheFirstMomentAndAfterItsTime() {
        try (TopologyFixture notifier = new TopologyFixture()) {
            notifier.submit(Records.submission(Records.COMPLAINT, Records.RECEIVED_AT));
            HeldComplaint waiting = held(notifier).orElseThrow();

            notifier.pass(TopologyFixture.DECISION_WITHIN.plusSeconds(1));

            HeldComplaint overdue = held(notifier).orElseThrow();
            assertThat(waiting.reason()).isEqualTo(HeldFor.UNDECIDED);
            assertThat(waiting.since()).isEqualTo(Records.RECEIVED_AT.toString());
            assertThat(Instant.parse(waiting.remindedFrom()))
                    .isEqualTo(Records.RECEIVED_AT.plus(TopologyFixture.DECISION_WITHIN));
            assertThat(overdue.reason()).isEqualTo(HeldFor.UNDECIDED);
            assertThat(overdue.since()).isEqualTo(waiting.since());
            assertThat(notifier.keys(NotifierStores.DEADLINES))
                    .containsExactly(overdue.place().text());
        }
    }

    @Test
    void whatAnEarlierVersionHeldWasHeldForWantOfConsent() {
        WatchedComplaint noted = WatchedComplaint.newBuilder()
                .setState(WatchState.DECIDED)
                .setReceivedAt(Records.RECEIVED_AT)
                .setAllegationClass("C")
                .setPriority("P3")
                .setHeldBy("event")
                .setHeldUntil(LATER)
                .build();

        assertThat(HeldComplaint.of(Records.COMPLAINT, noted))
                .contains(new HeldComplaint(
                        Records.COMPLAINT,
                        null,
                        Records.RECEIVED_AT.toString(),
                        LATER.toString(),
                        AllegationClass.C,
                        Priority.P3,
                        HeldFor.NO_CONSENT));
    }

    @Test
    void whatIsNotKnownYetToBeKeptFromItsUnitIsNotHeld() {
        WatchedComplaint noted = WatchedComplaint.newBuilder()
                .setState(WatchState.DECIDED)
                .setHeldBy("event")
                .setHeldFor(HeldFor.FACTS_ONLY)
                .build();

        assertThat(HeldComplaint.of(Records.COMPLAINT, noted)).isEmpty();
    }

    private static Optional<HeldComplaint> held(TopologyFixture notifier) {
        return HeldComplaint.of(
                Records.COMPLAINT, notifier.stored(NotifierStores.WATCHED, WatchedComplaint.class, Records.COMPLAINT));
    }
}
