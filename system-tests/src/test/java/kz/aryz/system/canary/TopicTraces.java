package kz.aryz.system.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every key, value and header of every topic of a broker, internal topics and aborted transactions included. */
public final class TopicTraces {

    private final Map<String, Object> connection;

    /** @param connection properties of a client that may read everything */
    public TopicTraces(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    public Stream<Trace> read() throws ExecutionException, InterruptedException {
        return records().stream().flatMap(TopicTraces::traces);
    }

    Set<String> names() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(connection)) {
            return admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> records() throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = partitions();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        Set<String> names = names();
        try (Admin admin = Admin.create(connection)) {
            Collection<TopicDescription> topics =
                    admin.describeTopics(names).allTopicNames().get().values();
            return topics.stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .toList();
        }
    }

    private static Stream<Trace> traces(ConsumerRecord<byte[], byte[]> row) {
        String place = "%s-%d@%d".formatted(row.topic(), row.partition(), row.offset());
        List<Trace> traces = new ArrayList<>();
        if (row.key() != null) {
            traces.add(new Trace(place + " key", row.key()));
        }
        if (row.value() != null) {
            traces.add(new Trace(place + " value", row.value()));
        }
        for (Header header : row.headers()) {
            traces.add(new Trace(place + " header", header.key().getBytes(UTF_8)));
            if (header.value() != null) {
                traces.add(new Trace(place + " header " + header.key(), header.value()));
            }
        }
        return traces.stream();
    }
}
