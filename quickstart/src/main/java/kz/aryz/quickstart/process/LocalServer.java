package kz.aryz.quickstart.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A server in a process of its own that listens on this machine. It can be started again after it was stopped or
 * killed, on the same port and with the same data.
 */
public abstract class LocalServer implements AutoCloseable {

    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(10);

    private final String name;
    private final Path leash;
    private final Path logs;
    private volatile @Nullable ChildProcess process;

    LocalServer(String name, Installation installation, Path logs) {
        this.name = name;
        this.leash = installation.leash();
        this.logs = logs;
    }

    /** What to run. */
    abstract JavaProgram program();

    /** Whether the server answers as it does when it can do its work. Returns within seconds. */
    abstract boolean answers();

    /** What has to be done once before the first start; nothing where it was done before. */
    void prepare() {}

    /** Name that people know it by. */
    public final String name() {
        return name;
    }

    /** Where it writes its log. */
    public final Path log() {
        return logs.resolve(name + ".log");
    }

    /** Starts the process and returns at once. */
    public final void start() {
        if (isAlive()) {
            throw new IllegalStateException(name + " is running");
        }
        prepare();
        process = ChildProcess.start(program(), leash, log());
    }

    /**
     * Waits until the server answers.
     *
     * @throws NotReadyException if the process ended or the patience did
     */
    public final void awaitReady(Duration patience) {
        new Readiness(name, log(), patience).await(this::isAlive, this::answers);
    }

    /** Starts the process and waits until the server answers. */
    public final void startAndAwait(Duration patience) {
        start();
        awaitReady(patience);
    }

    /** Whether the process runs. */
    public final boolean isAlive() {
        ChildProcess current = process;
        return current != null && current.isAlive();
    }

    /** Completes when the process that was started last is gone. */
    public final CompletableFuture<?> onExit() {
        ChildProcess current = process;
        return current == null ? CompletableFuture.completedFuture(null) : current.onExit();
    }

    /** Id of the process that was started last. */
    public final long pid() {
        ChildProcess current = process;
        if (current == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return current.pid();
    }

    /** Asks the process to end; after the patience it is ended without asking. */
    public final void stop(Duration patience) {
        ChildProcess current = process;
        if (current != null) {
            current.stop(patience);
        }
    }

    /** Ends the process without asking (SIGKILL), as a crash or a power cut of its machine would. */
    public final void kill() {
        ChildProcess current = process;
        if (current != null) {
            current.kill();
        }
    }

    @Override
    public final void close() {
        stop(PATIENCE_TO_STOP);
    }
}
