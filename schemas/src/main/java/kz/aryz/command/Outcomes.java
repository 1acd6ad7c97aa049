package kz.aryz.command;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import kz.aryz.schema.CommandOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The answers that somebody at this instance waits for, whichever instance gives them. Safe to share between threads.
 */
public final class Outcomes {

    private final Map<String, CompletableFuture<CommandOutcome>> awaited = new ConcurrentHashMap<>();

    /** Hands on an answer; null where the record was none. */
    public void take(String commandId, @Nullable CommandOutcome outcome) {
        CompletableFuture<CommandOutcome> waiting = outcome == null ? null : awaited.remove(commandId);
        if (waiting != null) {
            waiting.complete(outcome);
        }
    }

    /** Completes with the next answer to the command; two who wait for the same share it. */
    CompletableFuture<CommandOutcome> await(String commandId) {
        return awaited.computeIfAbsent(commandId, any -> new CompletableFuture<>());
    }

    void forget(String commandId, CompletableFuture<CommandOutcome> waiting) {
        awaited.remove(commandId, waiting);
    }
}
