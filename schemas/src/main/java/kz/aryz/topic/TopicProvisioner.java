package kz.aryz.topic;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kz.aryz.topic.TopicChange.Configuration;
import kz.aryz.topic.TopicChange.Creation;
import kz.aryz.topic.TopicChange.Nothing;
import kz.aryz.topic.TopicChange.Refusal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/**
 * Makes a broker's topics what the catalogue says. Applying twice is applying once. It never lowers a retention and
 * never changes a number of partitions or a clean-up policy.
 */
public final class TopicProvisioner {

    private static final long POLL_MILLIS = 50;

    private final Admin admin;
    private final OptionalInt replicationFactor;
    private final TopicConfigs configs;

    /**
     * @param replicationFactor copies of each partition; empty: as the broker has it
     * @param minInsyncReplicas copies that must exist before a record is acknowledged; empty: as the broker has it
     * @param flush whether replicas share a host, so that what may not be lost is forced to disk record by record
     */
    public TopicProvisioner(Admin admin, OptionalInt replicationFactor, OptionalInt minInsyncReplicas, boolean flush) {
        this.admin = admin;
        this.replicationFactor = replicationFactor;
        this.configs = new TopicConfigs(minInsyncReplicas, flush);
    }

    /** What the broker is told about a topic: names and values of settings. */
    public Map<String, String> wanted(Topic<?> topic) {
        return configs.of(topic);
    }

    /** What would be done, in the order of the topics. Changes nothing. */
    public List<TopicChange> plan(Collection<Topic<?>> topics) throws InterruptedException, ExecutionException {
        Set<String> existing = admin.listTopics().names().get();
        List<String> known =
                topics.stream().map(Topic::name).filter(existing::contains).toList();
        Map<String, TopicDescription> descriptions =
                admin.describeTopics(known).allTopicNames().get();
        Map<ConfigResource, Config> current = admin.describeConfigs(
                        known.stream().map(TopicProvisioner::resource).toList())
                .all()
                .get();
        List<TopicChange> changes = new ArrayList<>();
        for (Topic<?> topic : topics) {
            TopicDescription description = descriptions.get(topic.name());
            Config config = current.get(resource(topic.name()));
            changes.add(
                    description == null || config == null ? new Creation(topic) : change(topic, description, config));
        }
        return changes;
    }

    /** Does it, and says what was done and what was refused. */
    public List<TopicChange> apply(Collection<Topic<?>> topics) throws InterruptedException, ExecutionException {
        List<TopicChange> changes = plan(topics);
        make(of(changes, Creation.class).map(Creation::topic).toList());
        Map<ConfigResource, Collection<AlterConfigOp>> settings = of(changes, Configuration.class)
                .collect(toMap(change -> resource(change.topic().name()), TopicProvisioner::operations));
        admin.incrementalAlterConfigs(settings).all().get();
        return changes;
    }

    /** Makes those that are missing and does not look at the others, for which to make topics is all that one must be allowed. */
    public void makeMissing(Collection<Topic<?>> topics) throws InterruptedException, ExecutionException {
        Set<String> existing = admin.listTopics().names().get();
        make(topics.stream().filter(topic -> !existing.contains(topic.name())).toList());
    }

    private void make(Collection<? extends Topic<?>> missing) throws InterruptedException, ExecutionException {
        admin.createTopics(missing.stream().map(this::newTopic).toList()).all().get();
        awaitKnown(missing.stream().map(Topic::name).toList());
    }

    /** A topic just made is not at once known to the brokers, and a writer that is faster would fail. */
    private void awaitKnown(List<String> names) throws InterruptedException, ExecutionException {
        while (!admin.listTopics().names().get().containsAll(names)) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static <T extends TopicChange> Stream<T> of(List<TopicChange> changes, Class<T> type) {
        return changes.stream().filter(type::isInstance).map(type::cast);
    }

    private TopicChange change(Topic<?> topic, TopicDescription description, Config current) {
        List<Difference> differences = Stream.concat(
                        shape(topic, description).stream(), settings(topic, current).stream())
                .filter(difference -> !difference.is().equals(difference.wanted()))
                .toList();
        if (differences.isEmpty()) {
            return new Nothing(topic);
        }
        return differences.stream().anyMatch(Difference::isRefused)
                ? new Refusal(topic, differences)
                : new Configuration(topic, differences);
    }

    private List<Difference> shape(Topic<?> topic, TopicDescription description) {
        List<Difference> shape = new ArrayList<>();
        shape.add(difference(Difference.PARTITIONS, description.partitions().size(), topic.partitions()));
        int replicas = description.partitions().getFirst().replicas().size();
        replicationFactor.ifPresent(wanted -> shape.add(difference(Difference.REPLICATION_FACTOR, replicas, wanted)));
        return shape;
    }

    private static Difference difference(String setting, int is, int wanted) {
        return new Difference(setting, Integer.toString(is), Integer.toString(wanted));
    }

    private List<Difference> settings(Topic<?> topic, Config current) {
        return wanted(topic).entrySet().stream()
                .map(wanted -> new Difference(wanted.getKey(), value(current.get(wanted.getKey())), wanted.getValue()))
                .toList();
    }

    private static String value(@Nullable ConfigEntry entry) {
        return entry == null || entry.value() == null ? "" : entry.value();
    }

    private NewTopic newTopic(Topic<?> topic) {
        Optional<Short> replicas =
                replicationFactor.isPresent() ? Optional.of((short) replicationFactor.getAsInt()) : Optional.empty();
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), replicas).configs(wanted(topic));
    }

    private static Collection<AlterConfigOp> operations(Configuration change) {
        return change.differences().stream()
                .map(difference ->
                        new AlterConfigOp(new ConfigEntry(difference.setting(), difference.wanted()), OpType.SET))
                .toList();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
