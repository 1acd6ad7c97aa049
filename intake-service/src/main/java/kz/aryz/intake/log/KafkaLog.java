package kz.aryz.intake.log;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The log as it is: an idempotent producer that waits for all replicas, and an admin client that asks for offsets. */
public final class KafkaLog implements Log, AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final Admin admin;
    private final AvroSerdes serdes;

    public KafkaLog(Producer<String, byte[]> producer, Admin admin, AvroSerdes serdes) {
        this.producer = producer;
        this.admin = admin;
        this.serdes = serdes;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells the same
    public <V> Future<Long> append(Topic<V> topic, String complaintId, String key, V value) throws LogUnavailable {
        CompletableFuture<Long> offset = new CompletableFuture<>();
        try {
            byte[] bytes = serdes.serializer(topic).serialize(topic.name(), value);
            producer.send(
                    new ProducerRecord<>(topic.name(), topic.partition(complaintId), key, bytes),
                    (metadata, failure) -> {
                        if (failure == null) {
                            offset.complete(metadata.offset());
                        } else {
                            offset.completeExceptionally(failure);
                        }
                    });
            return offset;
        } catch (KafkaException e) {
            throw new LogUnavailable(e);
        }
    }

    @Override
    public Future<Long> end(Topic<?> topic, String complaintId) throws LogUnavailable {
        TopicPartition partition = new TopicPartition(topic.name(), topic.partition(complaintId));
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .thenApply(ListOffsetsResult.ListOffsetsResultInfo::offset);
        } catch (KafkaException e) {
            throw new LogUnavailable(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
