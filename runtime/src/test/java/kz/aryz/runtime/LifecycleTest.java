package kz.aryz.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import kz.aryz.runtime.config.ConfigurationException;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private final Lifecycle lifecycle = new Lifecycle("test");
    private final List<String> closed = new CopyOnWriteArrayList<>();

    @Test
    void closesInReverseInNamedThreadsAndExitsWithZeroWhenStopped() {
        int code = lifecycle.run(life -> {
            life.closing(
                    "first", () -> closed.add("first " + Thread.currentThread().getName()));
            life.closing(
                    "second",
                    () -> closed.add("second " + Thread.currentThread().getName()));
            life.stop();
        });

        assertThat(code).isZero();
        assertThat(closed).containsExactly("second test-shutdown-second", "first test-shutdown-first");
    }

    @Test
    void aFailedStartClosesWhatHadStartedAndExitsWithOne() {
        int code = lifecycle.run(life -> {
            life.closing("first", () -> closed.add("first"));
            throw new ConfigurationException(List.of("PORT: set a port"));
        });

        assertThat(code).isEqualTo(1);
        assertThat(closed).containsExactly("first");
    }

    @Test
    void aPartThatCannotGoOnEndsTheServiceWithOne() {
        int code = lifecycle.run(life -> {
            life.closing("first", () -> closed.add("first"));
            Thread.ofVirtual().start(() -> life.fail("stream", new IllegalStateException()));
        });

        assertThat(code).isEqualTo(1);
        assertThat(closed).containsExactly("first");
    }

    @Test
    void aPartThatHangsOrFailsAtItsEndKeepsNoOtherOpen() {
        CountDownLatch never = new CountDownLatch(1);

        int code = lifecycle.run(life -> {
            life.closing("first", () -> closed.add("first"));
            life.closing("hanging", Duration.ofMillis(50), never::await);
            life.closing("failing", () -> {
                throw new IllegalStateException();
            });
            life.stop();
        });

        assertThat(code).isZero();
        assertThat(closed).containsExactly("first");
        never.countDown();
    }

    @Test
    void aSignalDuringAStartThatWaitsEndsTheStart() {
        CountDownLatch never = new CountDownLatch(1);

        int code = lifecycle.run(life -> {
            life.closing("first", () -> closed.add("first"));
            life.stop();
            never.await();
        });

        assertThat(code).isZero();
        assertThat(closed).containsExactly("first");
    }
}
