package kz.aryz.notifier.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuietPartitionTest {

    private static final Duration LAG = Duration.ofDays(1);
    private static final Instant DESTROYED = Instant.parse("2026-11-26T10:00:00Z");
    private static final Instant OVER = DESTROYED.plus(LAG);

    private final QuietPartition partition = new QuietPartition();

    @Test
    void isDueWhenTheLagIsOverAndNobodyWroteSince() {
        partition.written(DESTROYED.minusSeconds(5));
        partition.destroyed("a/identity/1", DESTROYED);
        partition.destroyed("b/identity/2", DESTROYED);
        partition.written(OVER);

        assertThat(partition.due(OVER, LAG)).isEmpty();
        assertThat(partition.due(OVER.plusMillis(1), LAG)).contains("b/identity/2");
    }

    @Test
    void whoeverWritesAfterTheLagIsMarkEnough() {
        partition.destroyed("a/identity/1", DESTROYED);

        partition.written(OVER.plusMillis(1));

        assertThat(partition.due(OVER.plus(LAG).plus(LAG), LAG)).isEmpty();
    }

    @Test
    void everyDestructionHasALagOfItsOwn() {
        partition.destroyed("a/identity/1", DESTROYED);
        partition.destroyed("b/identity/2", OVER);

        assertThat(partition.due(OVER.plusMillis(1), LAG)).isEmpty();
        assertThat(partition.due(OVER.plus(LAG).plusMillis(1), LAG)).contains("b/identity/2");
    }

    @Test
    void whereTheBrokerKnowsNoLagNothingIsEverDue() {
        partition.destroyed("a/identity/1", DESTROYED);

        assertThat(partition.due(OVER.plus(LAG), Duration.ofMillis(Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void aPartitionOnWhichNothingWasDestroyedIsLeftAlone() {
        partition.written(DESTROYED);

        assertThat(partition.due(OVER.plus(LAG), LAG)).isEmpty();
    }
}
