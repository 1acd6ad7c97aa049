package kz.aryz.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A running program. It ends when it is stopped, when it is killed, or when this process is gone. It does not hear the
 * Ctrl-C that is meant for this process, so that this process decides on the order.
 */
final class ChildProcess {

    /** Ignored signals stay ignored in what a shell turns into; a JVM leaves an ignored signal alone. */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    static ChildProcess start(JavaProgram program, Path leash, Path log) {
        List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.addAll(program.command(leash));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(program.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(program.environment());
        try {
            Files.createDirectories(log.getParent());
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + program.name(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<?> onExit() {
        return process.onExit();
    }

    /** Waits for the end of a program that ends by itself; true if it did in time and says that all is well. */
    boolean endsWell(Duration patience) {
        if (awaitExit(patience)) {
            return process.exitValue() == 0;
        }
        kill();
        return false;
    }

    /** Asks the program to end, and ends it the hard way when it takes longer than the patience. */
    void stop(Duration patience) {
        process.destroy();
        if (!awaitExit(patience)) {
            kill();
        }
    }

    /** Ends the program without asking: SIGKILL. Returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private boolean awaitExit(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
