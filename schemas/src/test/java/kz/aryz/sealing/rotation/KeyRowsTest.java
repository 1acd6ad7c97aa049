package kz.aryz.sealing.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.aryz.schema.WrappedKey;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a renewal finds on a partition on which there is more than rows. */
class KeyRowsTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.KEYS.name(), 0);
    private static final byte[] NO_RECORD = {7, 7, 7};

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void whatIsNoRowIsUnreadableToWhoeverIsConcernedWithItsKeyAndToNobodyElse() {
        KeyRows rows = new KeyRows(
                consumer, Topics.KEYS, 0, 0, serdes.deserializer(Topics.KEYS), new OneKey("c1/identity/k1"));
        hold("c1/identity/k1", "c2/identity/k2");

        rows.readOn();

        assertThat(rows.tally(0)).isEqualTo(new Tally(0, 0, 1, 1, 0));
    }

    private void hold(String... keys) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) keys.length));
        for (int offset = 0; offset < keys.length; offset++) {
            consumer.addRecord(
                    new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, keys[offset], NO_RECORD));
        }
    }

    /** Is concerned with one key. */
    private record OneKey(String key) implements Renewal {

        @Override
        public boolean concerns(String recordKey) {
            return recordKey.equals(key);
        }

        @Override
        public Standing standing(String recordKey, WrappedKey row) {
            return Standing.CURRENT;
        }

        @Override
        public Optional<WrappedKey> renew(WrappedKey outdated) {
            return Optional.empty();
        }
    }
}
