package kz.aryz.backup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.aryz.backup.Manifest.Part;
import kz.aryz.backup.Manifest.PartitionLog;
import kz.aryz.backup.Manifest.TopicShape;
import kz.aryz.registry.SchemaRegistry;
import kz.aryz.topic.TopicProvisioner;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * Brings a backup into a cluster that has no record of Aryz yet, and reads back what it wrote. See
 * docs/decisions/backup.md.
 */
public final class Restore {

    /** How long brokers may take to write down that a transaction has ended. */
    private static final Duration DECIDED_WITHIN = Duration.ofMinutes(2);

    private final RawClients clients;
    private final RegisteredSchemas schemas;
    private final Function<Admin, TopicProvisioner> provisioners;
    private final Consumer<String> say;

    /**
     * @param properties of any Kafka client; of an administrator, where brokers ask
     * @param provisioners how safely brokers are to keep topics
     * @param say what is worth telling goes there, line by line
     */
    public Restore(
            Map<String, Object> properties,
            SchemaRegistry registry,
            Function<Admin, TopicProvisioner> provisioners,
            Consumer<String> say) {
        this.clients = new RawClients(properties);
        this.schemas = new RegisteredSchemas(registry);
        this.provisioners = provisioners;
        this.say = say;
    }

    /**
     * Restores it.
     *
     * @param data the part with everything but the wrapped keys
     * @param wrappedKeys the part with these; without it, no sealed section can be opened
     * @throws BackupException if a file of it is damaged, or the cluster is in use: then nothing was changed; or if what was
     *     written is not what is read back: then the cluster is of no use
     */
    public void restore(Path data, Optional<Path> wrappedKeys)
            throws IOException, InterruptedException, ExecutionException {
        StoredPart dataPart = StoredPart.open(data, Part.DATA);
        Optional<StoredPart> keysPart = wrappedKeys.isPresent()
                ? Optional.of(StoredPart.open(wrappedKeys.get(), Part.WRAPPED_KEYS))
                : Optional.empty();
        tellOfKeys(dataPart, keysPart);
        try (Admin admin = clients.admin()) {
            requireUnused(admin);
            RestoredTopics topics = new RestoredTopics(admin, provisioners.apply(admin), shapes(dataPart, keysPart));
            topics.make();
            SchemaIdChange ids = schemas.register(dataPart.manifest().subjects());
            tellOfIds(ids);
            DestroyedKeys destroyed = DestroyedKeys.of(dataPart);
            tellOfDestroyed(destroyed);
            refill(admin, plan(dataPart, keysPart, destroyed), topics, ids);
            new Groups(admin)
                    .restore(new SettledAttempts(dataPart)
                            .passedBy(dataPart.manifest().groups()));
        }
        say.accept("groups        " + dataPart.manifest().groups().size());
    }

    private void tellOfKeys(StoredPart data, Optional<StoredPart> keys) {
        say.accept("backup of     " + data.manifest().taken());
        if (keys.isEmpty()) {
            say.accept("wrapped keys  none: no sealed section can be opened");
        } else if (!keys.get().manifest().backup().equals(data.manifest().backup())) {
            say.accept("wrapped keys  of another backup, taken "
                    + keys.get().manifest().taken() + ": sections sealed between the two may lack their keys");
        }
    }

    /** The digest of a release of reference data is over its rows as they stand, ids included. */
    private void tellOfIds(SchemaIdChange ids) {
        if (ids.isAny()) {
            say.accept(
                    "schemas       have other ids here, which values were given. The registry was not an empty one. No service"
                            + " believes the reference data now: publish it under a new version");
        }
    }

    private void tellOfDestroyed(DestroyedKeys destroyed) {
        if (!destroyed.keyRefs().isEmpty()) {
            say.accept("destroyed     data keys that are left out, as is on record: "
                    + destroyed.keyRefs().size());
        }
        if (destroyed.unreadable() > 0) {
            say.accept("destroyed     may be more: " + destroyed.unreadable() + " records of " + Topics.ACCESSES.name()
                    + " cannot be read by this version");
        }
    }

    private static void requireUnused(Admin admin) throws InterruptedException, ExecutionException {
        Logs logs = new Logs(admin);
        List<String> used = logs.used(logs.partitions(Scope.topics(logs.names())));
        if (!used.isEmpty()) {
            throw new BackupException("This cluster is in use: there are, or were, records on "
                    + String.join(", ", used) + ". Nothing was changed. A backup is restored to an empty one.");
        }
        new Groups(admin).awaitStandstill(Duration.ZERO);
    }

    private static List<TopicShape> shapes(StoredPart data, Optional<StoredPart> keys) {
        return Stream.concat(Stream.of(data), keys.stream())
                .flatMap(part -> part.manifest().topics().stream())
                .toList();
    }

    /** A partition and where its records are; no part where it has gaps alone. What is destroyed is left out. */
    private record Planned(PartitionLog log, Optional<StoredPart> part, DestroyedKeys destroyed) {

        PartitionCourse course(SchemaIdChange ids) throws IOException {
            return new PartitionCourse(
                    log, part.isPresent() ? part.get().records(log) : null, ids, destroyed::areBroughtBackBy);
        }
    }

    private static List<Planned> plan(StoredPart data, Optional<StoredPart> keys, DestroyedKeys destroyed) {
        List<Planned> plan = new ArrayList<>();
        data.manifest().logs().forEach(log -> plan.add(new Planned(log, Optional.of(data), destroyed)));
        Map<TopicPartition, PartitionLog> kept = keys.stream()
                .flatMap(part -> part.manifest().logs().stream())
                .collect(toMap(PartitionLog::topicPartition, log -> log));
        for (PartitionLog apart : data.manifest().apart()) {
            PartitionLog log = kept.get(apart.topicPartition());
            plan.add(
                    log == null
                            ? new Planned(apart, Optional.empty(), destroyed)
                            : new Planned(longer(log, apart), keys, destroyed));
        }
        return plan;
    }

    /** Groups have come as far as the log had, so that it must not be shorter. */
    private static PartitionLog longer(PartitionLog log, PartitionLog other) {
        return new PartitionLog(
                log.topic(), log.partition(), log.begin(), Math.max(log.end(), other.end()), log.records());
    }

    private void refill(Admin admin, List<Planned> plan, RestoredTopics topics, SchemaIdChange ids)
            throws IOException, InterruptedException, ExecutionException {
        long found;
        try (TopicSettings.Afterwards afterwards = new TopicSettings(admin).afterwards(topics.wanted())) {
            afterwards.takeAndKeepEverything();
            found = refillAndProve(admin, plan, ids);
        }
        say.accept("restored      %d records of %d topics; each was read back at the offset that it had"
                .formatted(found, topics.number()));
    }

    /** How many records were written and found. */
    private long refillAndProve(Admin admin, List<Planned> plan, SchemaIdChange ids)
            throws IOException, InterruptedException, ExecutionException {
        long found = 0;
        try (Producer<byte[], byte[]> records = clients.producer();
                Producer<byte[], byte[]> gaps = clients.transactionalProducer();
                org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer = clients.consumer()) {
            gaps.initTransactions();
            TopicRefill refill = new TopicRefill(records, gaps);
            TopicProof proof = new TopicProof(consumer);
            for (List<Planned> topic : new TreeMap<>(plan.stream()
                            .collect(groupingBy(planned -> planned.log().topic())))
                    .values()) {
                try (Courses courses = Courses.of(topic, ids)) {
                    refill.refill(courses.all());
                }
                begin(admin, topic);
                new Logs(admin).awaitDecided(partitions(topic), DECIDED_WITHIN);
                try (Courses courses = Courses.of(topic, ids)) {
                    found += proof.prove(courses.all());
                }
            }
        }
        return found;
    }

    private static List<TopicPartition> partitions(List<Planned> topic) {
        return topic.stream().map(planned -> planned.log().topicPartition()).toList();
    }

    /** What was deleted at the beginning of a log is so again. */
    private static void begin(Admin admin, List<Planned> topic) throws InterruptedException, ExecutionException {
        Map<TopicPartition, RecordsToDelete> begins = topic.stream()
                .map(Planned::log)
                .filter(log -> log.begin() > 0)
                .collect(toMap(PartitionLog::topicPartition, log -> RecordsToDelete.beforeOffset(log.begin())));
        admin.deleteRecords(begins).all().get();
    }

    /** The partitions of a topic, to be closed together. */
    private record Courses(List<PartitionCourse> all) implements AutoCloseable {

        static Courses of(List<Planned> topic, SchemaIdChange ids) throws IOException {
            Courses courses = new Courses(new ArrayList<>());
            for (Planned planned : topic) {
                courses.all.add(planned.course(ids));
            }
            return courses;
        }

        @Override
        public void close() throws IOException {
            for (PartitionCourse course : all) {
                course.close();
            }
        }
    }
}
