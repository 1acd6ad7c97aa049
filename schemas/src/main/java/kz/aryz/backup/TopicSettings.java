package kz.aryz.backup;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;

/** What brokers are told about topics. */
final class TopicSettings {

    /**
     * While a log is written again, no record is refused for its age, and nothing of it is compacted or too old: what was
     * written is there to be held against.
     */
    private static final Map<String, String> AS_IT_COMES = Map.of(
            TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
            Long.toString(Long.MAX_VALUE),
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.RETENTION_BYTES_CONFIG,
            "-1");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    /**
     * Closing what is returned has topics kept as they are to be.
     *
     * @param wanted by topic; what is not told of one is the broker's default
     */
    Afterwards afterwards(Map<String, Map<String, String>> wanted) {
        return new Afterwards(wanted);
    }

    /** What topics are told once a log has been written again. */
    final class Afterwards implements AutoCloseable {

        private final Map<String, Map<String, String>> wanted;

        private Afterwards(Map<String, Map<String, String>> wanted) {
            this.wanted = wanted;
        }

        /** Has the brokers take records of any age on these topics, and keep everything; {@link #close} ends that. */
        void takeAndKeepEverything() throws InterruptedException, ExecutionException {
            List<AlterConfigOp> asItComes = AS_IT_COMES.entrySet().stream()
                    .map(setting ->
                            new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()), OpType.SET))
                    .toList();
            Map<ConfigResource, Collection<AlterConfigOp>> changes =
                    wanted.keySet().stream().collect(toMap(TopicSettings::resource, topic -> asItComes));
            admin.incrementalAlterConfigs(changes).all().get();
            Waiting.until(this::notYetTaken, PATIENCE);
        }

        private Optional<String> notYetTaken() throws InterruptedException, ExecutionException {
            return own(wanted.keySet()).values().stream()
                            .allMatch(now -> now.entrySet().containsAll(AS_IT_COMES.entrySet()))
                    ? Optional.empty()
                    : Optional.of("The brokers do not keep topics as they are told");
        }

        /** @throws BackupException if the brokers do not do it: then nothing is compacted, and the cluster is of no use */
        @Override
        public void close() {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = wanted.entrySet().stream()
                    .collect(toMap(
                            topic -> resource(topic.getKey()),
                            topic -> AS_IT_COMES.keySet().stream()
                                    .map(setting -> to(setting, topic.getValue()))
                                    .toList()));
            try {
                admin.incrementalAlterConfigs(changes).all().get();
            } catch (ExecutionException e) {
                throw new BackupException(
                        "Topics are kept as for a restoration still, and nothing on them is compacted or ever too old:"
                                + " throw that cluster away and begin again.",
                        e);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    private static AlterConfigOp to(String setting, Map<String, String> wanted) {
        String value = wanted.get(setting);
        return value == null
                ? new AlterConfigOp(new ConfigEntry(setting, ""), OpType.DELETE)
                : new AlterConfigOp(new ConfigEntry(setting, value), OpType.SET);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
