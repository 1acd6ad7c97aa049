package kz.aryz.notifier.destruction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * {@code max.compaction.lag.ms} of the topic of keys as the brokers have it, whoever has changed it: what the catalogue says is
 * for the topic to be made. Asked for anew after ten seconds. For one thread.
 */
public final class CompactionLag implements CompactionMarks.Lag, AutoCloseable {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final ConfigResource TOPIC = new ConfigResource(ConfigResource.Type.TOPIC, Topics.KEYS.name());

    private final Admin admin;
    private final Clock clock;
    private Duration lag = Duration.ZERO;
    private Instant keptUntil = Instant.MIN;

    /** @param admin may describe how the topic is kept; closed with this */
    public CompactionLag(Admin admin, Clock clock) {
        this.admin = admin;
        this.clock = clock;
    }

    @Override
    public Duration now() throws ExecutionException, InterruptedException {
        Instant now = clock.instant();
        if (!now.isBefore(keptUntil)) {
            lag = ask();
            keptUntil = now.plus(KEPT);
        }
        return lag;
    }

    private Duration ask() throws ExecutionException, InterruptedException {
        Config config = Objects.requireNonNull(
                admin.describeConfigs(List.of(TOPIC)).all().get().get(TOPIC));
        return Duration.ofMillis(Long.parseLong(
                config.get(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG).value()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
