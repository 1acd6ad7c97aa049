package kz.aryz.backup;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kz.aryz.backup.Manifest.TopicShape;
import kz.aryz.topic.Topic;
import kz.aryz.topic.TopicChange.Refusal;
import kz.aryz.topic.TopicProvisioner;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics of a backup in a cluster that has no record on them. Those of the catalogue are kept as it has them, what is
 * behind stores as it was; how brokers keep those that are there already does not count.
 */
final class RestoredTopics {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final TopicProvisioner provisioner;
    private final List<TopicShape> shapes;
    private final List<Topic<?>> catalogue;

    RestoredTopics(Admin admin, TopicProvisioner provisioner, List<TopicShape> shapes) {
        this.admin = admin;
        this.provisioner = provisioner;
        this.shapes = shapes;
        this.catalogue = Scope.catalogue(shapes.stream().map(TopicShape::name).toList());
    }

    /** How many topics the backup has. */
    int number() {
        return shapes.size();
    }

    /** What brokers are to be told about each: names and values of settings. */
    Map<String, Map<String, String>> wanted() {
        Map<String, Map<String, String>> wanted = new HashMap<>();
        catalogue.forEach(topic -> wanted.put(topic.name(), provisioner.wanted(topic)));
        stores().forEach(shape -> wanted.put(shape.name(), shape.configs()));
        return wanted;
    }

    /**
     * Makes those that are missing.
     *
     * @throws BackupException if one is there that cannot be what it has to be; then nothing was changed
     */
    void make() throws InterruptedException, ExecutionException {
        requireSamePartitions();
        requireNothingRefused();
        provisioner.apply(catalogue);
        makeStores();
    }

    private void requireSamePartitions() {
        Map<String, Integer> partitions = catalogue.stream().collect(toMap(Topic::name, Topic::partitions));
        List<String> changed = shapes.stream()
                .filter(shape -> partitions.getOrDefault(shape.name(), shape.partitions()) != shape.partitions())
                .map(TopicShape::name)
                .toList();
        if (!changed.isEmpty()) {
            throw new BackupException(
                    "These topics had another number of partitions than they have in this version: " + changed);
        }
    }

    private void requireNothingRefused() throws InterruptedException, ExecutionException {
        String refused = provisioner.plan(catalogue).stream()
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .map(refusal -> refusal.topic().name() + ' ' + refusal.differences())
                .collect(joining(", "));
        if (!refused.isEmpty()) {
            throw new BackupException(
                    "Topics are there that are not kept as this version has them, as after a restoration"
                            + " that was broken off: " + refused
                            + ". Nothing was changed. Throw this cluster away and begin again,"
                            + " or delete them first: there is no record on them.");
        }
    }

    private void makeStores() throws InterruptedException, ExecutionException {
        Logs logs = new Logs(admin);
        Collection<String> present = logs.names();
        List<NewTopic> missing = stores().filter(shape -> !present.contains(shape.name()))
                .map(shape -> new NewTopic(shape.name(), Optional.of(shape.partitions()), Optional.empty())
                        .configs(shape.configs()))
                .toList();
        admin.createTopics(missing).all().get();
        List<String> names = missing.stream().map(NewTopic::name).toList();
        Waiting.until(
                () -> logs.names().containsAll(names) ? Optional.empty() : Optional.of("The brokers make no topics"),
                PATIENCE);
    }

    private Stream<TopicShape> stores() {
        return shapes.stream().filter(shape -> Scope.isBehindStore(shape.name()));
    }
}
