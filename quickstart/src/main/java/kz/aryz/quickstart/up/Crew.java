package kz.aryz.quickstart.up;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kz.aryz.quickstart.process.LocalServer;

/** The servers that run: started one after the other, stopped in reverse. Safe for use by several threads. */
final class Crew {

    /** All together; Ctrl-C promises 15 s, and the last of it belongs to our own end. */
    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(13);

    /** What is kept back for each server that is still to be stopped. */
    private static final Duration RESERVE = Duration.ofSeconds(1);

    private final Deque<LocalServer> running = new ArrayDeque<>();
    private final CompletableFuture<String> stopped = new CompletableFuture<>();

    /**
     * Starts a server; what waits for its readiness does so outside.
     *
     * @throws UpException if the crew was stopped meanwhile
     */
    synchronized void start(LocalServer server) {
        if (stopped.isDone()) {
            throw new UpException("Aryz was stopped while it was starting.");
        }
        running.push(server);
        server.start();
    }

    /** Waits until a server ends by itself or the crew is stopped; says which. */
    String awaitEnd() {
        Stream<CompletableFuture<String>> ends = servers().stream()
                .map(server -> server.onExit()
                        .thenApply(end -> server.name() + " ended by itself. Its log says why: " + server.log()));
        return Stream.concat(ends, Stream.of(stopped))
                .reduce((one, other) -> one.applyToEither(other, end -> end))
                .orElse(stopped)
                .join();
    }

    private synchronized List<LocalServer> servers() {
        return List.copyOf(running);
    }

    /** Stops all that run, last started first. */
    synchronized void stop() {
        stopped.complete("Aryz was stopped.");
        long end = System.nanoTime() + PATIENCE_TO_STOP.toNanos();
        while (!running.isEmpty()) {
            LocalServer server = running.pop();
            Duration left = Duration.ofNanos(end - System.nanoTime()).minus(RESERVE.multipliedBy(running.size()));
            server.stop(left.isNegative() ? Duration.ZERO : left);
        }
    }
}
