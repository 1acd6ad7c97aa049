package kz.aryz.runtime.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingThreadTest {

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> done = new CopyOnWriteArrayList<>();
    private volatile boolean fails;
    private final ReadingThread thread = new ReadingThread("reading", consumer, new Noting());

    @AfterEach
    void close() {
        thread.close();
    }

    @Test
    void aStepThatFailsIsFollowedByAnotherOne() {
        fails = true;
        thread.start();
        await().until(() -> done.contains("failed"));

        fails = false;

        await().until(() -> done.contains("step"));
        assertThat(done.getFirst()).isEqualTo("begin");
        assertThat(thread.isMissing()).isFalse();
    }

    @Test
    void whoClosesItEndsWhatItWaitsFor() {
        thread.start();
        await().until(() -> done.contains("step"));

        thread.close();

        assertThat(done.getLast()).isEqualTo("end");
        assertThat(consumer.closed()).isTrue();
        assertThat(thread.isMissing()).isFalse();
    }

    @Test
    void whatWasNeverStartedIsMissingAndItsConsumerIsClosed() {
        assertThat(thread.isMissing()).isTrue();

        thread.close();

        assertThat(consumer.closed()).isTrue();
        assertThat(done).isEmpty();
    }

    private final class Noting implements ReadingThread.Work {

        @Override
        public void begin() {
            done.add("begin");
            consumer.assign(List.of(new TopicPartition("topic", 0)));
            consumer.updateBeginningOffsets(Map.of(new TopicPartition("topic", 0), 0L));
        }

        @Override
        public void step() {
            if (fails) {
                throw new IllegalStateException("it fails");
            }
            consumer.poll(Duration.ofSeconds(1));
            done.add("step");
        }

        @Override
        public void failed(Exception failure) {
            done.add("failed");
        }

        @Override
        public void end() {
            done.add("end");
        }
    }
}
