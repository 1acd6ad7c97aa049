package kz.aryz.runtime.streams;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import kz.aryz.runtime.Lifecycle;
import kz.aryz.runtime.metrics.Metrics;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** The streams client as part of a service: measured, closed with it, and ending it when it cannot go on. */
public final class StreamsClient {
    private static final String PART = "topology";
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

    private StreamsClient() {}

    /** Made, not yet started. */
    public static KafkaStreams of(Topology topology, Map<String, ?> settings, Metrics metrics, Lifecycle lifecycle) {
        Properties properties = new Properties();
        properties.putAll(settings);
        KafkaStreams streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(new ThreadFailures(cause -> lifecycle.fail(PART, cause)));
        metrics.bind(new KafkaStreamsMetrics(streams));
        return lifecycle.closing(PART, CLOSE_WITHIN, streams);
    }
}
