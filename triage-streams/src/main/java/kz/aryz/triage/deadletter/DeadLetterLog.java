package kz.aryz.triage.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.sealing.rotation.PartitionReading;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import kz.aryz.topic.TransactionalIds;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
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
        Deserializer<Boolean> anything = (topic, bytes) -> true;
        try (KafkaConsumer<String, Boolean> consumer =
                new KafkaConsumer<>(reading(), new StringDeserializer(), anything)) {
            consumer.assign(PARTITIONS);
            consumer.seekToBeginning(PARTITIONS);
            return readTo(consumer.endOffsets(PARTITIONS), consumer).stream()
                    .sorted(Comparator.comparing(DeadLetter::at))
                    .toList();
        }
    }

    /**
     * Sends records to where they came from, each once, and settles all their dead letters. Looks for what is open only
     * after another retry was ended, so that two of them never send the same. A wrapped key goes only where it is still the
     * newest row of its key: an older one would undo a rotation, a release, or a destruction. What somebody else settled
     * before its turn came, and is not there any more, is passed over.
     *
     * @param which keys of the dead letters to be retried
     * @param told hears what became of each, by its key, before the next is sent
     */
    void retry(Predicate<String> which, BiConsumer<String, Fate> told) {
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(writing(), new ByteArraySerializer(), new ByteArraySerializer());
                KafkaConsumer<String, byte[]> consumer = consumer(readingOne())) {
            producer.initTransactions();
            Map<String, List<DeadLetter>> records = open().stream()
                    .filter(letter -> which.test(letter.key()))
                    .collect(Collectors.groupingBy(DeadLetter::key, LinkedHashMap::new, Collectors.toList()));
            records.forEach((key, letters) -> original(consumer, letters.getFirst())
                    .ifPresent(original -> told.accept(key, retry(producer, letters, original))));
        }
    }

    /** The record that was put aside. */
    private static Optional<ProducerRecord<byte[], byte[]>> original(
            KafkaConsumer<String, byte[]> consumer, DeadLetter letter) {
        List<ProducerRecord<byte[], byte[]>> found = new ArrayList<>();
        consumer.assign(List.of(letter.kept()));
        consumer.seek(letter.kept(), letter.keptAt());
        new PartitionReading(consumer, letter.kept()).through(letter.keptAt() + 1, record -> {
            if (record.offset() == letter.keptAt()) {
                found.add(letter.original(record.value()));
            }
        });
        return found.stream().findFirst();
    }

    /** One that may not be written where it was read is left as it is, and what comes after it is sent all the same. */
    private Fate retry(
            KafkaProducer<byte[], byte[]> producer,
            List<DeadLetter> lettersOfOneRecord,
            ProducerRecord<byte[], byte[]> original) {
        producer.beginTransaction();
        try {
            return lettersOfOneRecord.getFirst().isWrappedKey()
                    ? retryKey(producer, lettersOfOneRecord, original)
                    : retryRecord(producer, lettersOfOneRecord, original);
        } catch (TopicAuthorizationException e) {
            producer.abortTransaction();
            return Fate.FORBIDDEN;
        }
    }

    private static Fate retryRecord(
            KafkaProducer<byte[], byte[]> producer, List<DeadLetter> letters, ProducerRecord<byte[], byte[]> original) {
        send(producer, original);
        settle(producer, letters);
        return Fate.SENT;
    }

    /**
     * Kafka has no conditional write: that the row is the newest is looked at before it is sent, and once more, between there
     * and where it was sent, before that is committed.
     */
    private Fate retryKey(
            KafkaProducer<byte[], byte[]> producer, List<DeadLetter> letters, ProducerRecord<byte[], byte[]> original) {
        DeadLetter letter = letters.getFirst();
        NewestRow newest = new NewestRow(letter.recordKey());
        long end = readCommitted(letter, newest);
        if (!newest.isAt(letter.offset())) {
            settle(producer, letters);
            return Fate.SUPERSEDED;
        }
        readEverything(letter.partition(), end, send(producer, original), newest);
        if (!newest.isAt(letter.offset())) {
            producer.abortTransaction();
            return Fate.CONTENDED;
        }
        settle(producer, letters);
        return Fate.SENT;
    }

    /** With what else is in the transaction, or nothing is. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails where a write did
    private static void settle(KafkaProducer<byte[], byte[]> producer, List<DeadLetter> letters) {
        letters.forEach(letter -> producer.send(letter.settlement()));
        producer.commitTransaction();
    }

    /** Sends the record, and says where it lies once the broker has it. */
    private static long send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> original) {
        Future<RecordMetadata> sent = producer.send(original);
        producer.flush();
        try {
            return sent.get().offset();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicAuthorizationException forbidden) {
                throw forbidden;
            }
            throw new KafkaException("a record could not be sent again", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Reads from the letter's record on, and returns where what is committed ends. */
    private long readCommitted(DeadLetter letter, NewestRow newest) {
        TopicPartition partition = letter.partition();
        try (KafkaConsumer<String, byte[]> committed = consumer(reading())) {
            committed.assign(List.of(partition));
            committed.seek(partition, letter.offset());
            new PartitionReading(committed, partition).toEnd(newest::see);
            return committed.position(partition);
        }
    }

    /** Reads what lies between two places, committed or not. */
    private void readEverything(TopicPartition partition, long from, long until, NewestRow newest) {
        Properties everything = reading();
        everything.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        try (KafkaConsumer<String, byte[]> uncommitted = consumer(everything)) {
            uncommitted.assign(List.of(partition));
            uncommitted.seek(partition, from);
            new PartitionReading(uncommitted, partition).through(until, record -> {
                if (record.offset() < until) {
                    newest.see(record);
                }
            });
        }
    }

    private static Collection<DeadLetter> readTo(
            Map<TopicPartition, Long> ends, KafkaConsumer<String, Boolean> consumer) {
        Map<String, DeadLetter> open = new LinkedHashMap<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, Boolean> record : consumer.poll(POLL)) {
                String letter = record.topic() + ' ' + record.key();
                if (record.value() == null) {
                    open.remove(letter);
                } else {
                    open.put(letter, DeadLetter.of(record));
                }
            }
        }
        return open.values();
    }

    private static Stream<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }

    private static KafkaConsumer<String, byte[]> consumer(Properties settings) {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Properties reading() {
        Properties reading = new Properties();
        reading.putAll(clients);
        reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        reading.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return reading;
    }

    private Properties readingOne() {
        Properties reading = reading();
        reading.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
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
