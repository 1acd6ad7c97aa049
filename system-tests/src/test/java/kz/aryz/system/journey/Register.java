package kz.aryz.system.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.aryz.quickstart.Addresses;
import kz.aryz.schema.Entered;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Raised;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the topics of a running Aryz say, read from their beginning to their present end. */
final class Register {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Addresses addresses;

    Register(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Complaint numbers, one for each time that a complaint entered a queue. */
    List<String> enteredQueues() {
        return read(name -> name.startsWith("queue."), Topics.queue("COMMISSIONER")).stream()
                .map(QueueItem::getEntered)
                .filter(Objects::nonNull)
                .map(Entered::getComplaintNumber)
                .toList();
    }

    /** Duties to tell by complaint number and addressee. */
    Map<String, List<Obligation>> duties() {
        return read(Topics.OBLIGATIONS.name()::equals, Topics.OBLIGATIONS).stream()
                .filter(duty -> duty.getRaised() != null)
                .collect(Collectors.groupingBy(duty -> numberAndAddressee(duty.getRaised())));
    }

    private static String numberAndAddressee(Raised raised) {
        return raised.getComplaintNumber() + " " + raised.getAddressee() + " " + raised.getReason();
    }

    /** How many dead letters there are. */
    int deadLetters() {
        return read(Topics.TRIAGE_DEAD_LETTERS.name()::equals, Topics.TRIAGE_DEAD_LETTERS)
                        .size()
                + read(Topics.NOTIFIER_DEAD_LETTERS.name()::equals, Topics.NOTIFIER_DEAD_LETTERS)
                        .size();
    }

    private <V> List<V> read(Predicate<String> names, Topic<V> kind) {
        Map<String, Object> registry =
                Map.of(AvroSerdes.REGISTRY, addresses.registryUrl().toString());
        try (AvroSerdes serdes = AvroSerdes.from(registry);
                KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, names);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Deserializer<V> values = serdes.deserializer(kind);
            return readToEnd(consumer, values);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, Predicate<String> names) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> names.test(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static <V> List<V> readToEnd(KafkaConsumer<String, byte[]> consumer, Deserializer<V> values) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        List<V> read = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                read.add(values.deserialize(record.topic(), record.value()));
            }
        }
        return read;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                addresses.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
