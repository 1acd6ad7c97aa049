package kz.aryz.topic;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import kz.aryz.topic.Retention.Bounded;
import kz.aryz.topic.Retention.Compacted;
import kz.aryz.topic.Retention.Forever;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What the broker is told about a topic.
 *
 * @param minInsyncReplicas how many replicas must have a record before it is acknowledged; empty: as the broker has it
 * @param flush whether records that must survive a power cut are forced to disk one by one; needed where all replicas
 *     share a host
 */
record TopicConfigs(OptionalInt minInsyncReplicas, boolean flush) {

    private static final String FOR_EVER = "-1";

    /** Names and values, sorted by name. */
    Map<String, String> of(Topic<?> topic) {
        Map<String, String> configs = new TreeMap<>(kept(topic.retention()));
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(topic.maxMessageBytes()));
        configs.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        minInsyncReplicas.ifPresent(
                replicas -> configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(replicas)));
        topic.drift().ifPresent(drift -> {
            configs.put(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, millis(drift));
            configs.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, millis(drift));
        });
        if (flush && topic.flushed()) {
            configs.put(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, "1");
        }
        return configs;
    }

    private static Map<String, String> kept(Retention retention) {
        return switch (retention) {
            case Forever forever ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, FOR_EVER,
                        TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
            case Bounded bounded ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        millis(bounded.time()),
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        FOR_EVER);
            case Compacted compacted ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.RETENTION_MS_CONFIG,
                        FOR_EVER,
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        FOR_EVER,
                        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                        millis(compacted.minLag()),
                        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                        millis(compacted.maxLag()),
                        TopicConfig.DELETE_RETENTION_MS_CONFIG,
                        millis(compacted.tombstones()));
        };
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
