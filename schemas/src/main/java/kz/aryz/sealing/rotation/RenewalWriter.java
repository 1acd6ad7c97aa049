package kz.aryz.sealing.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.rotation.KeyRows.Outdated;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes renewed rows to one partition in transactions. For one thread. */
final class RenewalWriter {

    private final Producer<String, byte[]> producer;
    private final Serializer<WrappedKey> serializer;
    private final Topic<WrappedKey> topic;
    private final int partition;

    RenewalWriter(
            Producer<String, byte[]> producer,
            Serializer<WrappedKey> serializer,
            Topic<WrappedKey> topic,
            int partition) {
        this.producer = producer;
        this.serializer = serializer;
        this.topic = topic;
        this.partition = partition;
    }

    /**
     * Begins a transaction and writes each row in the place of the one it was made from, with its headers.
     *
     * @return the offsets, once every in-sync replica has the rows
     */
    List<Long> write(Map<Outdated, WrappedKey> renewals) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        renewals.forEach((former, row) -> sent.add(producer.send(record(former, row))));
        producer.flush();
        return sent.stream().map(RenewalWriter::offset).toList();
    }

    void commit() {
        producer.commitTransaction();
    }

    void abort() {
        producer.abortTransaction();
    }

    private ProducerRecord<String, byte[]> record(Outdated former, WrappedKey row) {
        byte[] value = serializer.serialize(topic.name(), row);
        return new ProducerRecord<>(topic.name(), partition, former.key(), value, former.headers());
    }

    private static long offset(Future<RecordMetadata> sent) {
        try {
            return sent.get().offset();
        } catch (ExecutionException e) {
            throw new KafkaException("A renewed row could not be written", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
