package kz.aryz.system.upgrade;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kz.aryz.quickstart.Addresses;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.ComplaintPartition;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes single records as the services do, each on the partition of its complaint. */
final class Publisher implements AutoCloseable {

    private final AvroSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;

    Publisher(Addresses addresses) {
        serdes = AvroSerdes.from(
                Map.of(AvroSerdes.REGISTRY, addresses.registryUrl().toString()));
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    RecordMetadata submission(Submission submission) {
        String id = submission.getHeader().getComplaintId();
        return write(Topics.SUBMISSIONS, id, id, submission);
    }

    RecordMetadata key(WrappedKey key) {
        return write(Topics.KEYS, key.getComplaintId(), KeyReference.of(key), key);
    }

    RecordMetadata obligation(Obligation obligation) {
        String complaintId = obligation.getHeader().getComplaintId();
        return write(Topics.OBLIGATIONS, complaintId, obligation.getObligationId(), obligation);
    }

    /** A remark under a key, beside everything else about the complaint. */
    void remark(String topic, String complaintId, String key, String remark) {
        int partition = ComplaintPartition.of(complaintId, Topics.SUBMISSIONS.partitions());
        send(new ProducerRecord<>(topic, partition, key, remark.getBytes(StandardCharsets.UTF_8)));
    }

    private <V> RecordMetadata write(Topic<V> topic, String complaintId, String key, V value) {
        byte[] bytes = serdes.serializer(topic).serialize(topic.name(), value);
        return send(new ProducerRecord<>(topic.name(), topic.partition(complaintId), key, bytes));
    }

    private RecordMetadata send(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        serdes.close();
    }
}
