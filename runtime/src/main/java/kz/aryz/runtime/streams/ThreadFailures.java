package kz.aryz.runtime.streams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import kz.aryz.runtime.deadletter.Fault;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what follows when a stream thread dies. Where something outside was away, a new thread takes over from the last
 * commit after a pause. So it does a few times where Kafka's own client failed, because a new one begins in no state that the
 * old one did not get out of. What comes again and again ends the service, and its exit code says so.
 *
 * <p>No thread is replaced before another can be made: where that fails, Kafka goes on without one, and nobody learns of it.
 */
public final class ThreadFailures implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** Failures that are not an outage and are forgiven within the window. */
    static final int FORGIVEN = 3;

    private final BooleanSupplier replaceable;
    private final Consumer<Throwable> fatal;
    private final LongSupplier nanoTime;
    private final Deque<Long> failures = new ArrayDeque<>();

    /**
     * @param replaceable whether another thread can be made now
     * @param fatal ends the service
     */
    public ThreadFailures(BooleanSupplier replaceable, Consumer<Throwable> fatal) {
        this(replaceable, fatal, System::nanoTime);
    }

    ThreadFailures(BooleanSupplier replaceable, Consumer<Throwable> fatal, LongSupplier nanoTime) {
        this.replaceable = replaceable;
        this.fatal = fatal;
        this.nanoTime = nanoTime;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (Fault.of(failure) == Fault.RETRIABLE) {
            LOG.warn("a stream thread lost what it depends on and is replaced");
            return replace();
        }
        if (isForgiven()) {
            LOG.warn("a stream thread failed and is replaced", failure);
            return replace();
        }
        fatal.accept(failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private synchronized boolean isForgiven() {
        long now = nanoTime.getAsLong();
        failures.removeIf(before -> now - before > WINDOW.toNanos());
        failures.add(now);
        return failures.size() <= FORGIVEN;
    }

    private StreamThreadExceptionResponse replace() {
        do {
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (!replaceable.getAsBoolean());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
