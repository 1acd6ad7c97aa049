package kz.aryz.runtime.streams;

import java.time.Duration;
import java.util.Collection;
import kz.aryz.runtime.health.Health;
import kz.aryz.runtime.health.HealthCheck;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Up while every stream thread takes records in. One that does not waits for something, such as a topic to write to that
 * somebody deleted, and so do all its partitions, while their stores answer.
 */
public final class ThreadProgress implements HealthCheck {

    /** Longer than any record or commit keeps a thread while nothing is away. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String SINCE = "last-poll-seconds-ago";

    private final KafkaStreams streams;

    public ThreadProgress(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        return of(streams.metrics().values());
    }

    static Health of(Collection<? extends Metric> metrics) {
        double longest = metrics.stream()
                .filter(ThreadProgress::isOfAThread)
                .mapToDouble(metric -> (double) metric.metricValue())
                .max()
                .orElse(0);
        return longest < PATIENCE.toSeconds()
                ? Health.up()
                : Health.down("a stream thread has waited for " + (long) longest + " s");
    }

    /** What restores stores rests where nothing is to be restored. */
    static boolean isOfAThread(Metric metric) {
        String client = metric.metricName().tags().getOrDefault("client-id", "");
        return metric.metricName().name().equals(SINCE) && !client.endsWith("-restore-consumer");
    }
}
