package kz.aryz.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much of the log is read for the records of one complaint. */
class PlacedRecordsTest {

    private static final TopicPartition PARTITION =
            new TopicPartition(Topics.ACCESSES.name(), Topics.ACCESSES.partition(Records.COMPLAINT));

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final Log log = new Log();
    private final PlacedRecords records = new PlacedRecords(() -> log, serdes, Clock.systemUTC());

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void whatLiesTogetherIsReadOnceFromItsBeginningToItsEnd() {
        log.hold(LongStream.range(0, 4_000));
        List<Long> places = LongStream.range(3_800, 4_000).boxed().toList();

        Map<Long, AccessEvent> read = read(places);

        assertThat(read.keySet()).containsExactlyElementsOf(places);
        assertThat(read)
                .hasEntrySatisfying(
                        3_900L,
                        event -> assertThat(event.getHeader().getEventId()).isEqualTo("3900"));
        assertThat(log.sought).isEqualTo(1);
        assertThat(log.polled).isEqualTo(200);
    }

    @Test
    void whatOthersWroteBetweenIsReadOverWhereItIsLittleAndLeftOutWhereItIsMuch() {
        log.hold(LongStream.range(0, 4_000));

        Map<Long, AccessEvent> read = read(List.of(3_000L, 10L, 50L));

        assertThat(read.keySet()).containsExactly(10L, 50L, 3_000L);
        assertThat(log.sought).isEqualTo(2);
        assertThat(log.polled).isLessThanOrEqualTo(3 * 2 * PlacedRecords.NEAR);
    }

    @Test
    void whatIsNotThereAnyMoreIsMissing() {
        log.hold(LongStream.of(0, 1, 5, 6, 300));

        assertThat(read(List.of(1L, 3L, 6L, 200L, 300L)).keySet()).containsExactly(1L, 6L, 300L);
    }

    @Test
    void whatCannotBeReadInTimeIsSaid() {
        Instant begin = Instant.EPOCH;
        int[] asked = {0};
        InstantSource passing = () -> begin.plus(Duration.ofSeconds(asked[0]++));
        log.hold(LongStream.range(0, 2));

        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> new PlacedRecords(() -> log, serdes, passing.withZone(ZoneOffset.UTC))
                        .read(Topics.ACCESSES, Records.COMPLAINT, List.of(7L)));
    }

    @Test
    void forNoPlaceNobodyAsksTheLog() {
        PlacedRecords nobody = new PlacedRecords(
                () -> {
                    throw new AssertionError("asked");
                },
                serdes,
                Clock.systemUTC());

        assertThat(nobody.read(Topics.ACCESSES, Records.COMPLAINT, List.of())).isEmpty();
    }

    private Map<Long, AccessEvent> read(List<Long> places) {
        return records.read(Topics.ACCESSES, Records.COMPLAINT, places);
    }

    /** Hands out as many records at once as the services let it. */
    private final class Log extends MockConsumer<byte[], byte[]> {

        private LongStream offsets = LongStream.empty();
        private int sought;
        private int polled;

        Log() {
            super("earliest");
            setMaxPollRecords(PlacedRecords.NEAR);
        }

        void hold(LongStream held) {
            offsets = held;
        }

        @Override
        public synchronized void seek(TopicPartition partition, long offset) {
            sought++;
            super.seek(partition, offset);
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            offsets.forEach(offset -> addRecord(new ConsumerRecord<>(
                    PARTITION.topic(), PARTITION.partition(), offset, new byte[0], value(offset))));
            offsets = LongStream.empty();
            ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
            polled += records.count();
            return records;
        }

        private byte[] value(long offset) {
            AccessEvent event = AccessEvent.newBuilder()
                    .setKind(AccessEventKind.OPENED)
                    .setHeader(Records.header(String.valueOf(offset), Records.COMPLAINT))
                    .build();
            return serdes.serializer(Topics.ACCESSES).serialize(PARTITION.topic(), event);
        }
    }
}
