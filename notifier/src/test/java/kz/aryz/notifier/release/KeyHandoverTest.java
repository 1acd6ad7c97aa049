package kz.aryz.notifier.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kz.aryz.id.SecretFileException;
import kz.aryz.notifier.Polls;
import kz.aryz.notifier.Records;
import kz.aryz.runtime.health.Health;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Released;
import kz.aryz.sealing.rotation.Tally;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

/** Whether anybody gets to know that a unit waits for keys which it was let have. */
class KeyHandoverTest {

    private static final Tally DONE = new Tally(1, 0, 0, 0, 0);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.CASE_EVENTS.name(), 0);
    private static final Duration LATE = KeyHandover.WITHIN.plusSeconds(1);

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final MutableClock clock = MutableClock.of(Records.RECEIVED_AT, ZoneOffset.UTC);
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicLong released = new AtomicLong();
    private volatile Runnable trouble = () -> {};
    private volatile Tally tally = DONE;
    private volatile boolean asked = true;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final KeyHandover handover =
            new KeyHandover(consumer, serdes.deserializer(Topics.CASE_EVENTS), event -> asked, this::over, clock);

    @AfterEach
    void close() {
        handover.close();
        serdes.close();
    }

    @Test
    void aReleaseThatIsHandedOverLeavesNobodyWaiting() {
        start();
        release();
        await().until(() -> consumer.committed(Set.of(PARTITION)).containsKey(PARTITION));

        assertThat(handover.health()).isEqualTo(Health.up());
        assertThat(waited()).isZero();
    }

    @Test
    void aReleaseThatCannotBeHandedOverIsMeasuredAtOnceAndIsSaidWhenItIsLate() {
        trouble = () -> {
            throw new SecretFileException("There is no public keyset of TRIAGE here");
        };
        start();
        release();
        await().until(() -> attempts.get() > 0);
        clock.add(Duration.ofSeconds(30));
        assertThat(handover.health()).isEqualTo(Health.up());
        assertThat(waited()).isEqualTo(30);

        clock.add(LATE);

        assertThat(handover.health())
                .isEqualTo(Health.down("the keys of a release have not been handed over for 331 s"));
    }

    @Test
    void itIsWellAgainOnceTheKeysAreHandedOver() {
        trouble = KeyHandoverTest::away;
        start();
        release();
        await().until(() -> attempts.get() > 0);
        clock.add(LATE);
        assertThat(handover.health()).isInstanceOf(Health.Down.class);

        trouble = () -> {};
        clock.add(KeyHandover.AGAIN);

        await().untilAsserted(() -> assertThat(handover.health()).isEqualTo(Health.up()));
        assertThat(waited()).isZero();
        assertThat(place()).isEqualTo(1);
    }

    @Test
    void aReleaseWhoseKeysOpenWithNoneThatIsHereIsNotOverAndIsSaidWhenItIsLate() {
        tally = new Tally(1, 0, 0, 1, 0);
        start();
        release();
        await().until(() -> attempts.get() > 0);

        clock.add(LATE);

        assertThat(handover.health())
                .isEqualTo(Health.down("the keys of a release have not been handed over for 301 s"));
        assertThat(consumer.committed(Set.of(PARTITION))).doesNotContainKey(PARTITION);
        tally = DONE;
        clock.add(KeyHandover.AGAIN);
        await().untilAsserted(() -> assertThat(handover.health()).isEqualTo(Health.up()));
        assertThat(waited()).isZero();
    }

    @Test
    void aReleaseThatCannotBeHandedOverHoldsUpNoOtherAndIsWhereASuccessorBegins() {
        start();
        release();
        await().until(() -> place() == 1);
        trouble = KeyHandoverTest::away;
        release();
        await().until(() -> attempts.get() > 1);
        trouble = () -> {};
        release();
        await().until(() -> attempts.get() > 2);
        Polls.awaitAnother(consumer);
        assertThat(place()).isEqualTo(1);

        clock.add(KeyHandover.AGAIN);

        await().until(() -> place() == 3);
    }

    @Test
    void aReleaseThatNobodyAskedForIsNotHandedOverAndIsSaid() {
        asked = false;
        start();
        release();

        await().untilAsserted(() -> assertThat(handover.health())
                .isEqualTo(Health.down("1 releases stand in cases.events that no officer asked for, as far as the keys"
                        + " here tell: nothing is handed over")));
        clock.add(KeyHandover.AGAIN);
        Polls.awaitAnotherStep(consumer);
        assertThat(attempts).hasValue(0);
        assertThat(metrics.get("aryz.releases.unasked").functionCounter().count())
                .isEqualTo(1);
        assertThat(waited()).isZero();
        assertThat(consumer.committed(Set.of(PARTITION))).doesNotContainKey(PARTITION);
    }

    @Test
    void aReleaseIsHandedOverWhenTheKeyIsThereByWhichItsMarkIsTold() {
        asked = false;
        start();
        release();
        await().until(() -> handover.health() instanceof Health.Down);

        asked = true;
        clock.add(KeyHandover.AGAIN);

        await().untilAsserted(() -> assertThat(handover.health()).isEqualTo(Health.up()));
        assertThat(attempts).hasValue(1);
        await().until(() -> place() == 1);
    }

    @Test
    void whatAnotherInstanceReadsOnIsForThatOneToTell() {
        trouble = KeyHandoverTest::away;
        start();
        release();
        await().until(() -> attempts.get() > 0);
        clock.add(LATE);

        consumer.schedulePollTask(() -> consumer.rebalance(List.of()));

        await().untilAsserted(() -> assertThat(handover.health()).isEqualTo(Health.up()));
    }

    @Test
    void itIsSaidThatWhatWasReleasedCannotBeRead() {
        start();
        failToRead();
        await().until(() -> attempts.get() > 0);

        clock.add(LATE);

        assertThat(handover.health()).isEqualTo(Health.down("what was released cannot be read"));
    }

    @Test
    void itIsSaidThatNobodyHandsKeysOverAnyMore() {
        trouble = () -> {
            throw new NoClassDefFoundError("no way on");
        };
        start();

        release();

        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(handover.health()).isEqualTo(Health.down("nobody hands keys over")));
    }

    private void start() {
        handover.register(metrics);
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(PARTITION)));
        handover.start();
    }

    private void release() {
        EventHeader header = EventHeader.newBuilder()
                .setEventId("released")
                .setComplaintId(Records.COMPLAINT)
                .setOccurredAt(clock.instant())
                .setRecordedAt(clock.instant())
                .build();
        CaseEvent event = CaseEvent.newBuilder()
                .setKind(CaseEventKind.RELEASED)
                .setHeader(header)
                .setReleased(Released.newBuilder()
                        .setUnit("PROS.KZ-75")
                        .setReasonCode("COURT_ORDER")
                        .build())
                .build();
        byte[] bytes = serdes.serializer(Topics.CASE_EVENTS).serialize(PARTITION.topic(), event);
        long offset = released.getAndIncrement();
        consumer.schedulePollTask(() -> consumer.addRecord(
                new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, Records.COMPLAINT, bytes)));
    }

    /** Where a successor would begin; zero where none was said. */
    private long place() {
        return Optional.ofNullable(consumer.committed(Set.of(PARTITION)).get(PARTITION))
                .map(OffsetAndMetadata::offset)
                .orElse(0L);
    }

    private double waited() {
        return metrics.get("aryz.releases.oldest.waiting.age").gauge().value();
    }

    private Tally over(String complaintId, List<String> keyRefs) {
        attempts.incrementAndGet();
        trouble.run();
        return tally;
    }

    private static void away() {
        throw new KafkaException("the broker is away");
    }

    /** From now on, whenever it reads. */
    private void failToRead() {
        consumer.schedulePollTask(() -> {
            attempts.incrementAndGet();
            failToRead();
            away();
        });
    }
}
