package kz.aryz.triage.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that was put aside. Its bytes are never shown, and it does without them: those of all that are open may be more than
 * there is memory.
 *
 * @param kept partition that it is kept on
 * @param keptAt its offset there
 * @param key where the record was read: topic/partition/offset
 * @param at when it was put aside
 * @param headers what it says of the record
 */
record DeadLetter(TopicPartition kept, long keptAt, String key, Instant at, Headers headers) {

    /** Holds on to nothing that was fetched with it, as the headers of a record do that was read. */
    static DeadLetter of(ConsumerRecord<String, ?> letter) {
        Headers headers = new RecordHeaders();
        letter.headers().forEach(header -> headers.add(header.key(), header.value()));
        return new DeadLetter(
                new TopicPartition(letter.topic(), letter.partition()),
                letter.offset(),
                letter.key(),
                Instant.ofEpochMilli(letter.timestamp()),
                headers);
    }

    /** Which service put it aside: the first word of the topic that it keeps them on. */
    String service() {
        return kept.topic().substring(0, kept.topic().indexOf('.'));
    }

    String code() {
        return text(DeadLetterHeaders.CODE);
    }

    /** The record as it was read, for the partition that it was read from. */
    ProducerRecord<byte[], byte[]> original(byte[] bytes) {
        TopicPartition from = partition();
        return new ProducerRecord<>(from.topic(), from.partition(), bytes(DeadLetterHeaders.KEY), bytes);
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
        return new ProducerRecord<>(kept.topic(), kept.partition(), key.getBytes(StandardCharsets.UTF_8), null);
    }

    private String text(String header) {
        return DeadLetterHeaders.text(headers, header);
    }

    private byte @Nullable [] bytes(String header) {
        Header found = headers.lastHeader(header);
        return found == null ? null : found.value();
    }

    @Override
    public String toString() {
        return service() + ' ' + key + ' ' + code();
    }
}
