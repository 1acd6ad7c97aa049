package kz.aryz.runtime.streams;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import kz.aryz.runtime.deadletter.Fault;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what follows when a stream thread dies. Where something outside was away, a new thread takes over from the last
 * commit after a pause; anything else ends the service, and its exit code says so.
 */
public final class ThreadFailures implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Consumer<Throwable> fatal;

    /** @param fatal ends the service */
    public ThreadFailures(Consumer<Throwable> fatal) {
        this.fatal = fatal;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        if (Fault.of(failure) == Fault.RETRIABLE) {
            LOG.warn("a stream thread lost what it depends on and is replaced");
            LockSupport.parkNanos(PAUSE.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        fatal.accept(failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
