package kz.aryz.runtime.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final List<Throwable> fatal = new ArrayList<>();
    private final ThreadFailures failures = new ThreadFailures(() -> true, fatal::add, nanoTime::get);

    @Test
    void replacesAThreadThatLostItsBrokerHoweverOften() {
        for (int i = 0; i <= ThreadFailures.FORGIVEN; i++) {
            assertThat(failures.handle(new StreamsException(new TimeoutException())))
                    .isEqualTo(REPLACE_THREAD);
        }
        assertThat(fatal).isEmpty();
    }

    @Test
    void waitsUntilAnotherThreadCanBeMade() {
        Iterator<Boolean> replaceable = List.of(false, true).iterator();
        ThreadFailures waiting = new ThreadFailures(replaceable::next, fatal::add, nanoTime::get);

        assertThat(waiting.handle(new StreamsException(new TimeoutException()))).isEqualTo(REPLACE_THREAD);

        assertThat(replaceable.hasNext()).isFalse();
    }

    @Test
    void endsTheServiceWhenTheSameComesAgainAndAgain() {
        StreamsException failure = new StreamsException(new IllegalStateException());
        for (int i = 0; i < ThreadFailures.FORGIVEN; i++) {
            assertThat(failures.handle(failure)).isEqualTo(REPLACE_THREAD);
        }

        assertThat(failures.handle(failure)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(fatal).containsExactly(failure);
    }

    @Test
    void forgetsWhatIsLongAgo() {
        StreamsException failure = new StreamsException(new IllegalStateException());
        for (int i = 0; i <= ThreadFailures.FORGIVEN; i++) {
            assertThat(failures.handle(failure)).isEqualTo(REPLACE_THREAD);
            nanoTime.addAndGet(Duration.ofMinutes(5).toNanos());
        }
        assertThat(fatal).isEmpty();
    }
}
