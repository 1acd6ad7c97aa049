package kz.aryz.triage.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record that was put aside. Its bytes are never shown. */
record DeadLetter(ConsumerRecord<String, byte[]> letter) {

    /** Where it was read: topic/partition/offset. */
    String key() {
        return letter.key();
    }

    /** Which service put it aside: the first word of the topic that it keeps them on. */
    String service() {
        return letter.topic().substring(0, letter.topic().indexOf('.'));
    }

    String code() {
        return text(DeadLetterHeaders.CODE);
    }

    Instant at() {
        return Instant.ofEpochMilli(letter.timestamp());
    }

    /** The record as it was read, for the partition that it was read from. */
    ProducerRecord<byte[], byte[]> original() {
        TopicPartition from = partition();
        return new ProducerRecord<>(from.topic(), from.partition(), bytes(DeadLetterHeaders.KEY), letter.value());
    }

    /** Whether it is a row of {@code complaints.keys}, of which only the newest of its key counts, and none where there is a tombstone. */
    boolean isWrappedKey() {
        return text(DeadLetterHeaders.TOPIC).equals(Topics.KEYS.name());
    }

    /** Where it was read. */
    TopicPartition partition() {
        return new TopicPartition(text(DeadLetterHeaders.TOPIC), Integer.parseInt(text(DeadLetterHeaders.PARTITION)));
    }

    long offset() {
        return Long.parseLong(text(DeadLetterHeaders.OFFSET));
    }

    /** The record's own key; blank where it had none. */
    String recordKey() {
        return text(DeadLetterHeaders.KEY);
    }

    /** What says that it is settled. */
    ProducerRecord<byte[], byte[]> settlement() {
        return new ProducerRecord<>(letter.topic(), letter.partition(), key().getBytes(StandardCharsets.UTF_8), null);
    }

    private String text(String header) {
        return DeadLetterHeaders.text(letter.headers(), header);
    }

    private byte @Nullable [] bytes(String header) {
        Header found = letter.headers().lastHeader(header);
        return found == null ? null : found.value();
    }

    @Override
    public String toString() {
        return service() + ' ' + key() + ' ' + code();
    }
}
