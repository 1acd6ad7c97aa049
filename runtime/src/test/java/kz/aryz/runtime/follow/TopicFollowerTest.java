package kz.aryz.runtime.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.aryz.runtime.health.Health;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether anybody gets to know that nobody reads on. */
class TopicFollowerTest {

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile Runnable trouble = () -> {};
    private final TopicFollower<CommandOutcome> follower = new TopicFollower<>(
            consumer,
            Topics.COMMAND_OUTCOMES,
            serdes.deserializer(Topics.COMMAND_OUTCOMES),
            TopicFollower.Start.BEGINNING,
            this::take);

    @AfterEach
    void close() {
        follower.close();
        serdes.close();
    }

    @Test
    void whatNobodyStartedReadsNothingAndIsNoTrouble() {
        assertThat(follower.isReading()).isFalse();
        assertThat(follower.health()).isEqualTo(Health.up());
    }

    @Test
    void whatIsStartedReadsAndIsWell() {
        start();

        row("one");

        await().until(() -> taken.contains("one"));
        assertThat(follower.isReading()).isTrue();
        assertThat(follower.health()).isEqualTo(Health.up());
    }

    @Test
    void whatHasComeToGriefReadsNothingAnyMoreAndSaysSo() {
        start();
        trouble = () -> {
            throw new NoClassDefFoundError("no way on");
        };

        row("one");

        await().dontCatchUncaughtExceptions()
                .untilAsserted(
                        () -> assertThat(follower.health()).isEqualTo(Health.down("nobody reads cases.outcomes")));
        assertThat(follower.isReading()).isFalse();
    }

    private void start() {
        consumer.updateBeginningOffsets(IntStream.range(0, Topics.COMMAND_OUTCOMES.partitions())
                .mapToObj(TopicFollowerTest::partition)
                .collect(Collectors.toMap(partition -> partition, partition -> 0L)));
        follower.start();
        await().until(follower::isReading);
    }

    private void row(String key) {
        consumer.schedulePollTask(() ->
                consumer.addRecord(new ConsumerRecord<>(Topics.COMMAND_OUTCOMES.name(), 0, 0, key, new byte[] {7})));
    }

    private void take(String key, @Nullable Object value) {
        trouble.run();
        taken.add(key);
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(Topics.COMMAND_OUTCOMES.name(), number);
    }
}
