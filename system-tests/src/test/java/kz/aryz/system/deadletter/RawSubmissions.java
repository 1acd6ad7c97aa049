package kz.aryz.system.deadletter;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import kz.aryz.quickstart.Addresses;
import kz.aryz.schema.Submission;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to {@code complaints.submissions} and {@code complaints.keys} past intake: what a fault, or somebody who should not, might leave there. */
final class RawSubmissions implements AutoCloseable {

    private static final int ANY_SIZE = 8 * 1024 * 1024;

    private final AvroSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;

    RawSubmissions(Addresses addresses) {
        serdes = AvroSerdes.from(
                Map.of(AvroSerdes.REGISTRY, addresses.registryUrl().toString()));
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        addresses.bootstrapServers(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        ANY_SIZE),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    byte[] bytes(Submission submission) {
        return serdes.serializer(Topics.SUBMISSIONS).serialize(Topics.SUBMISSIONS.name(), submission);
    }

    /** Writes on the complaint's partition, and says where: topic/partition/offset. */
    String write(String complaintId, byte[] value) throws ExecutionException, InterruptedException {
        return write(Topics.SUBMISSIONS, complaintId, complaintId, value);
    }

    /** A row of one of the complaint's keys, or the tombstone of one. */
    String writeKey(String complaintId, String keyRef, byte @Nullable [] value)
            throws ExecutionException, InterruptedException {
        return write(Topics.KEYS, complaintId, keyRef, value);
    }

    private String write(Topic<?> topic, String complaintId, String key, byte @Nullable [] value)
            throws ExecutionException, InterruptedException {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic.name(), topic.partition(complaintId), key, value);
        RecordMetadata written = producer.send(record).get();
        return written.topic() + '/' + written.partition() + '/' + written.offset();
    }

    @Override
    public void close() {
        producer.close();
        serdes.close();
    }
}
