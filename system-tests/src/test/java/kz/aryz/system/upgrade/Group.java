package kz.aryz.system.upgrade;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.quickstart.Addresses;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The consumer group of a service, as the broker knows it. */
final class Group implements AutoCloseable {

    private final Admin admin;
    private final String name;

    Group(Addresses addresses, String name) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.bootstrapServers()));
        this.name = name;
    }

    /** A topic for a new source, with as many partitions as everything about complaints has. */
    void createTopic(String topic) {
        get(admin.createTopics(List.of(new NewTopic(topic, Topics.SUBMISSIONS.partitions(), (short) 1)))
                .all());
    }

    /** Waits until the group has committed that it read a record. */
    void awaitRead(RecordMetadata record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(committed())
                        .hasEntrySatisfying(partition, next -> assertThat(next).isGreaterThan(record.offset())));
    }

    /** Waits until the group has committed that it read all there is of some topics that are written outside transactions. */
    void awaitReadAll(Topic<?>... topics) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(committed()).containsAllEntriesOf(ends(topics)));
    }

    private Map<TopicPartition, Long> committed() {
        return get(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata()).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private Map<TopicPartition, Long> ends(Topic<?>... topics) {
        Map<TopicPartition, OffsetSpec> latest = Stream.of(topics)
                .flatMap(Group::partitions)
                .collect(toMap(identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                get(admin.listOffsets(latest).all());
        return ends.entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Stream<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
