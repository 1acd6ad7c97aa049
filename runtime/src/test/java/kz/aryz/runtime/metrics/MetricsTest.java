package kz.aryz.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void doNotTellHowMuchGoesToWhichUnit() {
        try (Metrics metrics = new Metrics("test-service")) {
            metrics.registry().counter("sent", "topic", "cases.events").increment();
            metrics.registry().counter("sent", "topic", "queue.PROS.KZ-75").increment();

            assertThat(metrics.scrape()).contains("cases.events").doesNotContain("queue.");
        }
    }
}
