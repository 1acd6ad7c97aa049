package kz.aryz.backup;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** What brokers are told about topics. */
final class TopicSettings {

    /** While a log is written again, nothing of it is compacted or too old: what was written is there to be held against. */
    private static final Map<String, String> KEEP_EVERYTHING = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    private final Admin admin;

    TopicSettings(Admin admin) {
        this.admin = admin;
    }

    /** What each of the topics was told that is not the broker's default. */
    Map<String, Map<String, String>> own(Collection<String> topics) throws InterruptedException, ExecutionException {
        List<ConfigResource> resources =
                topics.stream().map(TopicSettings::resource).toList();
        return admin.describeConfigs(resources).all().get().entrySet().stream()
                .collect(toMap(topic -> topic.getKey().name(), topic -> own(topic.getValue())));
    }

    private static Map<String, String> own(Config config) {
        Map<String, String> own = new HashMap<>();
        config.entries().stream()
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .forEach(entry -> own.put(entry.name(), entry.value()));
        return own;
    }

    /** Has the brokers keep everything on the topics; {@link #restore} ends that. */
    void keepEverything(Collection<String> topics) throws InterruptedException, ExecutionException {
        set(topics.stream().collect(toMap(topic -> topic, topic -> KEEP_EVERYTHING)));
    }

    /** Gives the topics back what {@link #keepEverything} took, as it was in {@code former}. */
    void restore(Map<String, Map<String, String>> former) throws InterruptedException, ExecutionException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = former.entrySet().stream()
                .collect(toMap(
                        topic -> resource(topic.getKey()),
                        topic -> KEEP_EVERYTHING.keySet().stream()
                                .map(setting -> backTo(setting, topic.getValue()))
                                .toList()));
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static AlterConfigOp backTo(String setting, Map<String, String> former) {
        String value = former.get(setting);
        return value == null
                ? new AlterConfigOp(new ConfigEntry(setting, ""), OpType.DELETE)
                : new AlterConfigOp(new ConfigEntry(setting, value), OpType.SET);
    }

    private void set(Map<String, Map<String, String>> settings) throws InterruptedException, ExecutionException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = settings.entrySet().stream()
                .collect(toMap(
                        topic -> resource(topic.getKey()),
                        topic -> topic.getValue().entrySet().stream()
                                .map(entry -> new AlterConfigOp(
                                        new ConfigEntry(entry.getKey(), entry.getValue()), OpType.SET))
                                .toList()));
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
