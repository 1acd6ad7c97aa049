package kz.aryz.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import kz.aryz.schema.CommandOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The answers that somebody at this instance waits for, whichever instance gives them. Safe to share between threads.
 */
public final class Outcomes {

    private final Map<String, List<CompletableFuture<CommandOutcome>>> awaited = new ConcurrentHashMap<>();

    /** Hands on an answer; null where the record was none. */
    public void take(String commandId, @Nullable CommandOutcome outcome) {
        if (outcome != null) {
            List<CompletableFuture<CommandOutcome>> waiting = awaited.remove(commandId);
            if (waiting != null) {
                waiting.forEach(one -> one.complete(outcome));
            }
        }
    }

    /** Completes with the next answer to the command, for each who waits for it. */
    CompletableFuture<CommandOutcome> await(String commandId) {
        CompletableFuture<CommandOutcome> answer = new CompletableFuture<>();
        awaited.compute(commandId, (id, others) -> {
            List<CompletableFuture<CommandOutcome>> waiting = others == null ? new ArrayList<>() : others;
            waiting.add(answer);
            return waiting;
        });
        return answer;
    }

    /** Whoever waited for that answer waits no more; others who wait for one to the same command do. */
    void forget(String commandId, CompletableFuture<CommandOutcome> answer) {
        answer.cancel(false);
        awaited.computeIfPresent(commandId, (id, waiting) -> {
            waiting.removeIf(CompletableFuture::isDone);
            return waiting.isEmpty() ? null : waiting;
        });
    }
}
