package kz.aryz.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import kz.aryz.runtime.config.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The life of a service process: its parts start in the order of the program, and close in reverse, each in a named
 * thread and within its time limit, whether the program ends by a signal or by a failure.
 */
public final class Lifecycle {
    /** The exit code of a service that was asked to stop. */
    public static final int STOPPED = 0;

    /** The exit code of a service that could not start or could not go on. */
    public static final int FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(5);

    private final String service;
    private final Deque<Closing> closings = new ArrayDeque<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    Lifecycle(String service) {
        this.service = service;
    }

    /** Runs until a signal or a fatal failure; the result is the process's exit code. */
    public static int run(String service, Program program) {
        bridgeJavaLogging();
        Lifecycle lifecycle = new Lifecycle(service);
        Runtime.getRuntime().addShutdownHook(new Thread(lifecycle::terminate, service + "-signal"));
        return lifecycle.run(program);
    }

    /** Closes {@code part} at the end, within five seconds. */
    public <T extends AutoCloseable> T closing(String name, T part) {
        return closing(name, DEFAULT_LIMIT, part);
    }

    /** Closes {@code part} at the end, within {@code limit}; what takes longer is left behind, and logged. */
    public synchronized <T extends AutoCloseable> T closing(String name, Duration limit, T part) {
        closings.push(new Closing(name, limit, part));
        return part;
    }

    /** A part cannot go on: the service closes and exits with {@link #FAILED}. The first cause is the one logged. */
    public void fail(String part, Throwable cause) {
        failure.compareAndSet(null, new FatalFailure(part, cause));
        stop();
    }

    /** Asks the service to close; returns at once. */
    public void stop() {
        stopping.countDown();
    }

    int run(Program program) {
        Thread starter = Thread.ofPlatform().name(service + "-start").start(() -> start(program));
        await(stopping);
        starter.interrupt();
        end(starter, DEFAULT_LIMIT);
        closeAll();
        int code = result();
        stopped.countDown();
        return code;
    }

    /** What libraries log by java.util.logging comes out as the rest does. */
    private static void bridgeJavaLogging() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private void start(Program program) {
        try {
            program.start(this);
            LOG.info("{} has started", service);
        } catch (Throwable e) {
            if (stopping.getCount() > 0) {
                failure.compareAndSet(null, e);
            }
            stop();
        }
    }

    private void terminate() {
        stop();
        await(stopped);
    }

    private void closeAll() {
        for (Closing closing = next(); closing != null; closing = next()) {
            close(closing);
        }
    }

    private synchronized @Nullable Closing next() {
        return closings.poll();
    }

    private void close(Closing closing) {
        Thread closer = Thread.ofPlatform()
                .daemon()
                .name(service + "-shutdown-" + closing.name())
                .start(closing);
        if (!end(closer, closing.limit())) {
            LOG.error("{} did not close within {} and was left behind", closing.name(), closing.limit());
        }
    }

    private int result() {
        Throwable cause = failure.get();
        switch (cause) {
            case null -> LOG.info("{} has stopped", service);
            case ConfigurationException e -> LOG.error("{} cannot start: {}", service, e.getMessage());
            default -> LOG.error("{} failed", service, cause);
        }
        return cause == null ? STOPPED : FAILED;
    }

    private static boolean end(Thread thread, Duration limit) {
        try {
            return thread.join(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
