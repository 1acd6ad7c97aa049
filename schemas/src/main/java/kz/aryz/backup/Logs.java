package kz.aryz.backup;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import kz.aryz.backup.Manifest.PartitionLog;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Where the logs of a cluster begin and end. */
final class Logs {

    /**
     * Topics that intake writes while a backup is taken, in the order in which their ends are noted: against the order of
     * writing, so that no answer is kept without its complaint. A complaint without its claim is taken for the same one when
     * it is sent again, for its id follows from the idempotency key.
     */
    private static final List<Topic<?>> INTAKE = List.of(Topics.RECEIPTS, Topics.SUBMISSIONS, Topics.KEYS);

    private final Admin admin;

    Logs(Admin admin) {
        this.admin = admin;
    }

    /** Number of partitions of each topic. */
    Map<String, Integer> partitions(Collection<String> topics) throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> described =
                admin.describeTopics(topics).allTopicNames().get();
        return described.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        topic -> topic.getValue().partitions().size()));
    }

    /**
     * How the logs of these topics stand now; every record before their ends is decided.
     *
     * @param patience with transactions that are open
     */
    List<PartitionLog> cut(Map<String, Integer> topics, Duration patience)
            throws InterruptedException, ExecutionException {
        List<PartitionLog> cut = new ArrayList<>();
        for (Topic<?> topic : INTAKE) {
            cut.addAll(cut(partitionsOf(topic.name(), topics.getOrDefault(topic.name(), 0)), patience));
        }
        List<String> incoming = INTAKE.stream().map(Topic::name).toList();
        cut.addAll(cut(
                topics.entrySet().stream()
                        .filter(topic -> !incoming.contains(topic.getKey()))
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(topic -> partitionsOf(topic.getKey(), topic.getValue()).stream())
                        .toList(),
                patience));
        return cut;
    }

    private static List<TopicPartition> partitionsOf(String topic, int number) {
        return IntStream.range(0, number)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private List<PartitionLog> cut(List<TopicPartition> partitions, Duration patience)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> ends = awaitDecided(partitions, patience);
        Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
        return partitions.stream()
                .map(partition -> new PartitionLog(
                        partition.topic(),
                        partition.partition(),
                        begins.getOrDefault(partition, 0L),
                        ends.getOrDefault(partition, 0L),
                        0))
                .toList();
    }

    /**
     * Returns, with where they end, once a reader of committed records would come to the present ends of these partitions: brokers
     * write down that a transaction has ended after they have said so to whom it was.
     */
    Map<TopicPartition, Long> awaitDecided(Collection<TopicPartition> partitions, Duration patience)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
        Waiting.until(() -> undecided(ends), patience);
        return ends;
    }

    private Optional<String> undecided(Map<TopicPartition, Long> ends) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> decided = offsets(ends.keySet(), OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
        return ends.keySet().stream()
                .filter(partition -> decided.getOrDefault(partition, 0L) < ends.getOrDefault(partition, 0L))
                .findFirst()
                .map(partition -> "A transaction is open on " + partition + ": somebody writes. Stop what runs beside"
                        + " intake-service, or wait a minute for what has died, and begin again.");
    }

    /** The topics among these that have ever had a record, sorted. */
    List<String> used(Map<String, Integer> topics) throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions = topics.entrySet().stream()
                .flatMap(topic -> partitionsOf(topic.getKey(), topic.getValue()).stream())
                .toList();
        return offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED).entrySet().stream()
                .filter(end -> end.getValue() > 0)
                .map(end -> end.getKey().topic())
                .distinct()
                .sorted()
                .toList();
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> asked = partitions.stream().collect(toMap(partition -> partition, x -> spec));
        return admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all().get().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, result -> result.getValue().offset()));
    }

    /** Names of all topics that the client may see. */
    List<String> names() throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get().stream().sorted().toList();
    }
}
