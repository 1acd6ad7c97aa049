package kz.aryz.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HealthChecksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void isUpWhenEveryPartIs() {
        HealthReport report = report(Map.of("broker", Health::up, "registry", Health::up));

        assertThat(report.up()).isTrue();
        assertThat(report.causes()).isEmpty();
    }

    @Test
    void namesThePartsThatAreDown() {
        HealthReport report = report(Map.of("broker", Health::up, "registry", () -> Health.down("no schema")));

        assertThat(report.up()).isFalse();
        assertThat(report.causes()).containsExactly(Map.entry("registry", "no schema"));
    }

    @Test
    void aFailingCheckIsDownWithoutItsMessage() {
        HealthReport report = report(Map.of("broker", () -> {
            throw new IllegalStateException("Canary");
        }));

        assertThat(report.causes()).containsExactly(Map.entry("broker", "IllegalStateException"));
    }

    @Test
    void aHangingCheckIsDownInTime() {
        CountDownLatch never = new CountDownLatch(1);

        HealthReport report = new HealthChecks(
                        Map.of("broker", () -> {
                            never.await();
                            return Health.up();
                        }),
                        Duration.ofMillis(200))
                .report();

        assertThat(report.causes()).containsExactly(Map.entry("broker", "no answer within 200 ms"));
        never.countDown();
    }

    @Test
    void whatIsBesideTheWorkIsNamedAndKeepsNothingFromBeingReady() {
        HealthChecks checks = new HealthChecks(
                Map.of("broker", Health::up),
                Map.of("handover", () -> Health.down("an hour behind"), "archive", Health::up),
                PATIENCE);

        HealthReport report = checks.report();

        assertThat(report.up()).isTrue();
        assertThat(report.causes()).isEmpty();
        assertThat(report.degraded()).containsExactly(Map.entry("handover", "an hour behind"));
    }

    private static HealthReport report(Map<String, HealthCheck> checks) {
        return new HealthChecks(checks, PATIENCE).report();
    }
}
