package kz.aryz.notifier.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.aryz.notifier.Polls;
import kz.aryz.notifier.Records;
import kz.aryz.runtime.health.Health;
import kz.aryz.schema.WrappedKey;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

/** Whether what was destroyed is marked when the broker's lag is over, and whether anybody gets to know that it is not. */
class CompactionMarksTest {

    private static final String KEY = "complaint/identity/1";
    private static final TopicPartition PARTITION = new TopicPartition(Topics.KEYS.name(), 2);
    private static final Duration LATE = CompactionMarks.WITHIN.plusSeconds(1);

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final MutableClock clock = MutableClock.of(Records.RECEIVED_AT, ZoneOffset.UTC);
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final MockProducer<String, WrappedKey> producer =
            new MockProducer<>(true, null, new StringSerializer(), serdes.serializer(Topics.KEYS));
    private volatile CompactionMarks.Lag lag = () -> Duration.ofDays(1);
    private final CompactionMarks marks = new CompactionMarks(consumer, producer, () -> lag.now(), clock);

    @AfterEach
    void close() {
        marks.close();
        serdes.close();
    }

    @Test
    void aDestroyedKeyIsMarkedOnceWhenTheLagIsOver() {
        start();
        destroy();
        clock.add(Duration.ofDays(1));
        Polls.awaitAnotherStep(consumer);
        assertThat(producer.history()).isEmpty();

        clock.add(Duration.ofMillis(1));

        await().until(() -> !producer.history().isEmpty());
        Polls.awaitAnotherStep(consumer);
        assertThat(producer.history()).singleElement().satisfies(mark -> {
            assertThat(mark.key()).isEqualTo(KEY);
            assertThat(mark.value()).isNull();
            assertThat(mark.partition()).isEqualTo(PARTITION.partition());
            assertThat(mark.headers().lastHeader("why")).isNotNull();
            assertThat(mark.headers().lastHeader(CompactionMarks.MARK)).isNotNull();
        });
        assertThat(marks.health()).isEqualTo(Health.up());
    }

    @Test
    void theLagIsWhatTheBrokerSaysNow() {
        start();
        destroy();
        clock.add(Duration.ofMinutes(1));
        Polls.awaitAnotherStep(consumer);
        assertThat(producer.history()).isEmpty();

        lag = () -> Duration.ofSeconds(3);

        await().until(() -> !producer.history().isEmpty());
    }

    @Test
    void itIsSaidWhereDestroyedKeysCannotBeMarkedAndWhereTheyCanBeAgain() {
        lag = () -> {
            throw new IllegalStateException("The brokers are away");
        };
        start();
        destroy();
        assertThat(marks.health()).isEqualTo(Health.up());

        clock.add(LATE);

        assertThat(marks.health()).isEqualTo(Health.down("destroyed keys have not been marked for 301 s"));
        lag = () -> Duration.ofDays(1);
        await().untilAsserted(() -> assertThat(marks.health()).isEqualTo(Health.up()));
    }

    @Test
    void itIsSaidThatNobodyMarks() {
        assertThat(marks.health()).isEqualTo(Health.down("nobody marks destroyed keys"));
    }

    private void start() {
        Map<TopicPartition, Long> none = IntStream.range(0, Topics.KEYS.partitions())
                .mapToObj(number -> new TopicPartition(Topics.KEYS.name(), number))
                .collect(Collectors.toMap(Function.identity(), partition -> 0L));
        consumer.updateBeginningOffsets(none);
        consumer.updateEndOffsets(none);
        marks.start();
    }

    private void destroy() {
        RecordHeaders why = new RecordHeaders();
        why.add("why", "2-17/2026".getBytes(StandardCharsets.UTF_8));
        ConsumerRecord<String, byte[]> tombstone = new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                0,
                clock.millis(),
                TimestampType.CREATE_TIME,
                KEY.length(),
                0,
                KEY,
                null,
                why,
                Optional.empty());
        consumer.schedulePollTask(() -> {
            consumer.addRecord(tombstone);
            consumer.updateEndOffsets(Map.of(PARTITION, 1L));
        });
        await().ignoreExceptions().until(() -> consumer.position(PARTITION) == 1);
    }
}
