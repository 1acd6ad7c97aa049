package kz.aryz.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import kz.aryz.runtime.health.Health;
import org.junit.jupiter.api.Test;

class TaskReadinessTest {

    @Test
    void isDownWhileNoTaskIsAssigned() {
        assertThat(TaskReadiness.of(Set.of(), Set.of())).isEqualTo(Health.down("no task is assigned"));
    }

    @Test
    void isDownWhileAStoreIsRestored() {
        assertThat(TaskReadiness.of(Set.of(0, 1, 2), Set.of(0))).isEqualTo(Health.down("1 of 3 tasks are restored"));
    }

    @Test
    void isUpOnceEveryStoreAnswers() {
        assertThat(TaskReadiness.of(Set.of(0, 1), Set.of(0, 1))).isEqualTo(Health.up());
    }
}
