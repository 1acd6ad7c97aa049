package kz.aryz.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kz.aryz.runtime.health.Health;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadProgressTest {

    @TempDir
    private Path folder;

    @Test
    void isUpWhileEveryThreadTakesRecordsIn() {
        assertThat(ThreadProgress.of(List.of(polled("app-StreamThread-1-consumer", 3))))
                .isEqualTo(Health.up());
    }

    @Test
    void isUpBeforeAnyThreadDid() {
        assertThat(ThreadProgress.of(List.of(polled("app-StreamThread-1-consumer", -1))))
                .isEqualTo(Health.up());
    }

    @Test
    void doesNotMindThatNothingIsToBeRestored() {
        assertThat(ThreadProgress.of(List.of(polled("app-StateUpdater-1-restore-consumer", 9_000))))
                .isEqualTo(Health.up());
    }

    @Test
    void tellsOfOneThreadThatWaitsWhateverTheOthersDo() {
        assertThat(ThreadProgress.of(
                        List.of(polled("app-StreamThread-1-consumer", 3), polled("app-StreamThread-2-consumer", 300))))
                .isEqualTo(Health.down("a stream thread has waited for 300 s"));
    }

    @Test
    void kafkaMeasuresItOfEveryThread() {
        StreamsBuilder topology = new StreamsBuilder();
        topology.stream("anything");
        Properties settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "app",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:1",
                StreamsConfig.STATE_DIR_CONFIG,
                folder.toString(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                2));

        try (KafkaStreams streams = new KafkaStreams(topology.build(), settings)) {
            assertThat(streams.metrics().values())
                    .filteredOn(ThreadProgress::isOfAThread)
                    .extracting(Metric::metricValue)
                    .containsExactly(-1.0, -1.0);
        }
    }

    private static Metric polled(String client, double secondsAgo) {
        MetricName name = new MetricName("last-poll-seconds-ago", "consumer-metrics", "", Map.of("client-id", client));
        return new Measured(name, secondsAgo);
    }

    /** A measurement as Kafka hands it out. */
    private record Measured(MetricName metricName, Object metricValue) implements Metric {}
}
