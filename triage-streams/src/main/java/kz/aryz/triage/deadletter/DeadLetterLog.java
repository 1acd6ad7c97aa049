package kz.aryz.triage.deadletter;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The dead letters of triage-streams and notifier that nobody has settled yet. */
final class DeadLetterLog {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Properties clients;

    /** @param clients properties of any Kafka client */
    DeadLetterLog(Properties clients) {
        this.clients = clients;
    }

    /** All that are open now, the oldest first. */
    Collection<DeadLetter> open() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(reading(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(Topics.TRIAGE_DEAD_LETTERS, Topics.NOTIFIER_DEAD_LETTERS)
                    .flatMap(DeadLetterLog::partitions)
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer.endOffsets(partitions), consumer).values();
        }
    }

    /** Sends the record to where it came from and settles the dead letter, both or neither. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails where a write did
    void retry(Collection<DeadLetter> letters) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(writing(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (DeadLetter letter : letters) {
                producer.beginTransaction();
                producer.send(letter.original());
                producer.send(letter.settlement());
                producer.commitTransaction();
            }
        }
    }

    private static Map<String, DeadLetter> readTo(
            Map<TopicPartition, Long> ends, KafkaConsumer<String, byte[]> consumer) {
        Map<String, DeadLetter> open = new LinkedHashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.value() == null) {
                    open.remove(record.key());
                } else {
                    open.put(record.key(), new DeadLetter(record));
                }
            }
        }
        return open;
    }

    private static Stream<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }

    private Properties reading() {
        Properties reading = new Properties();
        reading.putAll(clients);
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        reading.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return reading;
    }

    private Properties writing() {
        Properties writing = new Properties();
        writing.putAll(clients);
        writing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "aryz-dead-letters-retry");
        writing.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_MESSAGE_BYTES);
        return writing;
    }
}
