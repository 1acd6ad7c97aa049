package kz.aryz.triage.deadletter;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import kz.aryz.topic.TransactionalIds;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The dead letters of triage-streams and notifier that nobody has settled yet. A record that both of them read has one
 * with each, under the same key.
 */
final class DeadLetterLog {

    private static final Duration POLL = Duration.ofMillis(200);

    private static final List<TopicPartition> PARTITIONS = Stream.of(
                    Topics.TRIAGE_DEAD_LETTERS, Topics.NOTIFIER_DEAD_LETTERS)
            .flatMap(DeadLetterLog::partitions)
            .toList();

    private final Properties clients;

    /** @param clients properties of any Kafka client */
    DeadLetterLog(Properties clients) {
        this.clients = clients;
    }

    /** All that are open now, the oldest first. */
    List<DeadLetter> open() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(reading(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(PARTITIONS);
            consumer.seekToBeginning(PARTITIONS);
            return readTo(consumer.endOffsets(PARTITIONS), consumer).stream()
                    .sorted(Comparator.comparing(DeadLetter::at))
                    .toList();
        }
    }

    /**
     * Sends records to where they came from, each once, and settles all their dead letters. Looks for what is open only
     * after another retry was ended, so that two of them never send the same.
     *
     * @param which keys of the dead letters to be retried
     * @return keys of those that were
     */
    Set<String> retry(Predicate<String> which) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(writing(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            Map<String, List<DeadLetter>> records = open().stream()
                    .filter(letter -> which.test(letter.key()))
                    .collect(Collectors.groupingBy(DeadLetter::key, LinkedHashMap::new, Collectors.toList()));
            records.values().forEach(letters -> retry(producer, letters));
            return records.keySet();
        }
    }

    /** The record is sent and its dead letters are settled, or nothing is. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails where a write did
    private static void retry(KafkaProducer<byte[], byte[]> producer, List<DeadLetter> lettersOfOneRecord) {
        producer.beginTransaction();
        producer.send(lettersOfOneRecord.getFirst().original());
        lettersOfOneRecord.forEach(letter -> producer.send(letter.settlement()));
        producer.commitTransaction();
    }

    private static Collection<DeadLetter> readTo(
            Map<TopicPartition, Long> ends, KafkaConsumer<String, byte[]> consumer) {
        Map<String, DeadLetter> open = new LinkedHashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                String letter = record.topic() + ' ' + record.key();
                if (record.value() == null) {
                    open.remove(letter);
                } else {
                    open.put(letter, new DeadLetter(record));
                }
            }
        }
        return open.values();
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
        writing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TransactionalIds.DEAD_LETTERS_RETRY);
        writing.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_COPY_BYTES);
        return writing;
    }
}
