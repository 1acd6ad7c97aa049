package kz.aryz.system.outage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Requests to a {@link Counting}, on several partitions, and what it answered.
 *
 * @param bootstrapServers of the broker
 * @param counting its name
 */
record Requests(String bootstrapServers, String counting) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PARTITIONS = 4;

    static String answer(String key, long count) {
        return key + " " + count;
    }

    String topic() {
        return counting + "-requests";
    }

    String answersTopic() {
        return counting + "-answers";
    }

    void makeTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(Stream.of(topic(), answersTopic())
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Sends so many to each partition and returns when they are there. */
    void send(int each) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < each * PARTITIONS; i++) {
                int partition = i % PARTITIONS;
                sent.add(producer.send(new ProducerRecord<>(topic(), partition, key(partition), "")));
            }
            for (Future<?> request : sent) {
                request.get();
            }
        }
    }

    private static String key(int partition) {
        return "key" + partition;
    }

    /** What is answered to so many on each partition, if each is counted once. */
    List<String> expected(int each) {
        return IntStream.range(0, PARTITIONS)
                .boxed()
                .flatMap(partition -> IntStream.rangeClosed(1, each).mapToObj(count -> answer(key(partition), count)))
                .toList();
    }

    /** Everything that was answered, and committed. */
    List<String> answers() {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(answersTopic(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readToEnd(consumer);
        }
    }

    private static List<String> readToEnd(KafkaConsumer<String, String> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        List<String> answers = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(answer -> answers.add(answer.value()));
        }
        return answers;
    }
}
