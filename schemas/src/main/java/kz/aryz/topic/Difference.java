package kz.aryz.topic;

import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A setting of a topic that is not as the catalogue has it.
 *
 * @param setting the broker's name of a configuration, or {@code partitions}, or {@code replication.factor}
 * @param is what the broker has
 * @param wanted what the catalogue has
 */
public record Difference(String setting, String is, String wanted) {

    static final String PARTITIONS = "partitions";
    static final String REPLICATION_FACTOR = "replication.factor";

    private static final Set<String> FIXED = Set.of(PARTITIONS, REPLICATION_FACTOR, TopicConfig.CLEANUP_POLICY_CONFIG);
    private static final Set<String> NEVER_LOWERED = Set.of(
            TopicConfig.RETENTION_MS_CONFIG,
            TopicConfig.RETENTION_BYTES_CONFIG,
            TopicConfig.DELETE_RETENTION_MS_CONFIG);

    /** Whether to follow the catalogue would move records to other partitions or lose some. */
    boolean isRefused() {
        return FIXED.contains(setting) || (NEVER_LOWERED.contains(setting) && bound(wanted) < bound(is));
    }

    @Override
    public String toString() {
        return "%s is %s, wanted %s".formatted(setting, is, wanted);
    }

    /** A limit as a number; none is the highest. */
    private static long bound(String value) {
        long limit = Long.parseLong(value);
        return limit < 0 ? Long.MAX_VALUE : limit;
    }
}
