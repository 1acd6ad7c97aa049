package kz.aryz.notifier.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kz.aryz.notifier.destruction.QuietPartition.Destroyed;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class QuietPartitionTest {

    private static final Duration LAG = Duration.ofDays(1);
    private static final Instant DESTROYED = Instant.parse("2026-11-26T10:00:00Z");
    private static final Instant OVER = DESTROYED.plus(LAG);
    private static final Destroyed FIRST = destroyed("a/identity/1", DESTROYED);

    private final QuietPartition partition = new QuietPartition();

    @Test
    void isDueWhenTheLagIsOverAndNobodyWroteSince() {
        partition.written(DESTROYED.minusSeconds(5));
        partition.destroyed(FIRST);
        partition.written(OVER);

        assertThat(partition.due(OVER, LAG)).isEmpty();
        assertThat(partition.due(OVER.plusMillis(1), LAG)).contains(FIRST);
    }

    /** With a record of a clock that is ahead the segment may begin, and the broker counts from there. */
    @Test
    void isNotDueBeforeTheLagIsOverForWhateverTheSegmentMayBeginWith() {
        Duration ahead = Duration.ofMinutes(20);
        partition.written(DESTROYED.plus(ahead));
        partition.destroyed(FIRST);

        assertThat(partition.due(OVER.plusMillis(1), LAG)).isEmpty();
        assertThat(partition.due(OVER.plus(ahead), LAG)).isEmpty();
        assertThat(partition.due(OVER.plus(ahead).plusMillis(1), LAG)).contains(FIRST);
    }

    @Test
    void whoeverWritesAfterTheLagIsMarkEnough() {
        partition.destroyed(FIRST);

        partition.written(OVER.plusMillis(1));

        assertThat(partition.due(OVER.plus(LAG).plus(LAG), LAG)).isEmpty();
    }

    @Test
    void oneThatIsDestroyedWithinTheLagPutsTheFormerOffByNothing() {
        Destroyed second = destroyed("b/identity/2", OVER.minusSeconds(1));
        partition.destroyed(FIRST);
        partition.destroyed(second);

        assertThat(partition.due(OVER.plusMillis(1), LAG)).contains(FIRST);

        partition.written(OVER.plusMillis(1));

        assertThat(partition.due(OVER.plusMillis(1), LAG)).isEmpty();
        assertThat(partition.due(second.at().plus(LAG).plusMillis(1), LAG)).contains(second);
    }

    @Test
    void oneMarkIsEnoughForAllWhoseLagIsOver() {
        partition.destroyed(FIRST);
        partition.destroyed(destroyed("b/identity/2", DESTROYED));
        Instant late = OVER.plusMillis(1);
        assertThat(partition.due(late, LAG)).contains(FIRST);

        partition.written(late);

        assertThat(partition.due(late.plus(LAG), LAG)).isEmpty();
    }

    @Test
    void whereTheBrokerKnowsNoLagNothingIsEverDue() {
        partition.destroyed(FIRST);

        assertThat(partition.due(OVER.plus(LAG), Duration.ofMillis(Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void aPartitionOnWhichNothingWasDestroyedIsLeftAlone() {
        partition.written(DESTROYED);

        assertThat(partition.due(OVER.plus(LAG), LAG)).isEmpty();
    }

    private static Destroyed destroyed(String keyRef, Instant at) {
        return new Destroyed(keyRef, at, new RecordHeaders());
    }
}
