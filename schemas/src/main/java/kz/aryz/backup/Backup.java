package kz.aryz.backup;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kz.aryz.backup.Manifest.GroupPlaces;
import kz.aryz.backup.Manifest.Part;
import kz.aryz.backup.Manifest.PartitionLog;
import kz.aryz.backup.Manifest.TopicShape;
import kz.aryz.registry.SchemaRegistry;
import org.apache.kafka.clients.admin.Admin;

/**
 * Takes a backup of a cluster and its registry: one consistent cut of topics, stores and groups, while triage-streams and
 * notifier stand still. See docs/decisions/backup.md.
 */
public final class Backup {

    private final RawClients clients;
    private final RegisteredSchemas schemas;
    private final Clock clock;
    private final Consumer<String> say;
    private final KeysPutAside keysPutAside = new KeysPutAside();

    /**
     * @param properties of any Kafka client
     * @param say what is worth telling goes there, line by line
     */
    public Backup(Map<String, Object> properties, SchemaRegistry registry, Clock clock, Consumer<String> say) {
        this.clients = new RawClients(properties);
        this.schemas = new RegisteredSchemas(registry);
        this.clock = clock;
        this.say = say;
    }

    /**
     * Takes it.
     *
     * @param data folder for everything but the wrapped keys; not there yet
     * @param wrappedKeys folder for these; not there yet
     * @param patience with groups that are left and transactions that are open
     * @throws BackupException if it cannot be taken now; nothing is left of it
     */
    public void take(Path data, Path wrappedKeys, Duration patience)
            throws IOException, InterruptedException, ExecutionException {
        try (UnfinishedPart dataPart = UnfinishedPart.create(data);
                UnfinishedPart keysPart = UnfinishedPart.create(wrappedKeys);
                Admin admin = clients.admin()) {
            Groups groups = new Groups(admin);
            groups.awaitStandstill(patience);
            List<GroupPlaces> places = groups.places();
            Map<String, Integer> topics = topics(admin);
            List<PartitionLog> cut = new Logs(admin).cut(topics, patience);
            Map<Part, List<PartitionLog>> copied = Map.of(
                    Part.DATA, copy(of(Part.DATA, cut), dataPart),
                    Part.WRAPPED_KEYS, copy(of(Part.WRAPPED_KEYS, cut), keysPart));
            requireStandstill(groups, places, patience);
            finish(keysPart, dataPart, new Taken(shapes(admin, topics), copied, places));
        }
    }

    private record Taken(List<TopicShape> shapes, Map<Part, List<PartitionLog>> logs, List<GroupPlaces> places) {
        List<PartitionLog> logs(Part part) {
            return logs.getOrDefault(part, List.of());
        }

        List<TopicShape> shapes(Part part) {
            return shapes.stream()
                    .filter(shape -> Part.of(shape.name()) == part)
                    .toList();
        }
    }

    private static Map<String, Integer> topics(Admin admin) throws InterruptedException, ExecutionException {
        Logs logs = new Logs(admin);
        List<String> names = logs.names();
        List<String> missing = Scope.missing(names);
        if (!missing.isEmpty()) {
            throw new BackupException("These topics are not there, or may not be read with this name: "
                    + String.join(", ", missing) + ". 'aryz topics apply' makes and grants them.");
        }
        return logs.partitions(Scope.topics(names));
    }

    private static List<PartitionLog> of(Part part, List<PartitionLog> logs) {
        return logs.stream().filter(log -> Part.of(log.topic()) == part).toList();
    }

    /** Topic by topic: only so many files are open at once. */
    private List<PartitionLog> copy(List<PartitionLog> logs, UnfinishedPart part) throws IOException {
        List<PartitionLog> copied = new ArrayList<>();
        try (org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer = clients.consumer()) {
            TopicCopy copy = new TopicCopy(consumer, part, keysPutAside::leaveOut);
            for (List<PartitionLog> topic :
                    new TreeMap<>(logs.stream().collect(groupingBy(PartitionLog::topic))).values()) {
                copied.addAll(copy.copy(topic));
            }
        }
        return copied;
    }

    /** What is behind a store is made again with what it was told; of all others the catalogue knows it. */
    private static List<TopicShape> shapes(Admin admin, Map<String, Integer> topics)
            throws InterruptedException, ExecutionException {
        Map<String, Map<String, String>> configs = new TopicSettings(admin)
                .own(topics.keySet().stream().filter(Scope::isBehindStore).toList());
        return topics.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(topic -> new TopicShape(
                        topic.getKey(), topic.getValue(), configs.getOrDefault(topic.getKey(), Map.of())))
                .toList();
    }

    /** A broker that has just started leaves out groups that it has not read yet: who seems to be away may be only unread. */
    private static void requireStandstill(Groups groups, List<GroupPlaces> before, Duration patience)
            throws InterruptedException, ExecutionException {
        groups.awaitStandstill(patience);
        List<GroupPlaces> after = groups.places();
        if (!names(after).equals(names(before))) {
            throw new BackupException(
                    "There are other groups than when the backup was begun, because the broker had just been"
                            + " started or somebody new reads. Take it again.");
        }
        if (!workers(after).equals(workers(before))) {
            throw new BackupException("triage-streams or notifier worked while the backup was taken. Stop them on every"
                    + " host, and take it again.");
        }
    }

    private static List<String> names(List<GroupPlaces> groups) {
        return groups.stream().map(GroupPlaces::group).toList();
    }

    private static List<GroupPlaces> workers(List<GroupPlaces> groups) {
        return groups.stream().filter(group -> Scope.isWorker(group.group())).toList();
    }

    private void finish(UnfinishedPart keysPart, UnfinishedPart dataPart, Taken taken) throws IOException {
        String id = UUID.randomUUID().toString();
        String now = clock.instant().toString();
        List<PartitionLog> keys = taken.logs(Part.WRAPPED_KEYS);
        List<PartitionLog> data = taken.logs(Part.DATA);
        keysPart.finish(new Manifest(
                Manifest.FORMAT,
                Part.WRAPPED_KEYS,
                id,
                now,
                taken.shapes(Part.WRAPPED_KEYS),
                keys,
                List.of(),
                schemas.read(),
                List.of()));
        dataPart.finish(new Manifest(
                Manifest.FORMAT,
                Part.DATA,
                id,
                now,
                taken.shapes(Part.DATA),
                data,
                keys,
                schemas.read(),
                taken.places()));
        say.accept("data          " + counted(data));
        say.accept("wrapped keys  " + counted(keys));
        say.accept("groups        " + taken.places().size());
        if (keysPutAside.count() > 0) {
            say.accept(
                    "left out      %d dead letters, each a wrapped key; the keys themselves are with the wrapped keys"
                            .formatted(keysPutAside.count()));
        }
    }

    private static String counted(List<PartitionLog> logs) {
        return "%d records of %d topics"
                .formatted(
                        logs.stream().mapToLong(PartitionLog::records).sum(),
                        logs.stream().map(PartitionLog::topic).distinct().count());
    }
}
