package kz.aryz.quickstart.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import me.tongfei.progressbar.ProgressBar;

/** Hands in the complaints, a few at a time, and follows each to its queue and its mail. */
final class Demonstration {

    /** Complaints handed in at the same time: a few clerks and a web form. */
    private static final int AT_ONCE = 4;

    private final IntakeClient intake;
    private final Follower follower;
    private final Clock clock;

    Demonstration(IntakeClient intake, Follower follower, Clock clock) {
        this.intake = intake;
        this.follower = follower;
        this.clock = clock;
    }

    /**
     * Runs it.
     *
     * @param run name of this run: the same run handed in twice makes no second complaints
     * @param patience how long to wait for queues and mails after the last acceptance
     * @throws IOException if a complaint was not accepted
     */
    Summary run(List<ObjectNode> complaints, String run, Duration patience, ProgressBar progress)
            throws IOException, InterruptedException {
        follower.startFromNow();
        progress.maxHint(complaints.size());
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            CompletionService<String> accepted = new ExecutorCompletionService<>(senders);
            for (int i = 0; i < complaints.size(); i++) {
                ObjectNode complaint = complaints.get(i);
                String key = run + "-" + i;
                accepted.submit(() -> handIn(complaint, key));
            }
            for (int answers = 0; answers < complaints.size(); answers += collect(accepted)) {
                follower.poll();
                progress.stepTo(follower.complete());
            }
        }
        follow(complaints.size(), patience, progress);
        return Summary.of(follower.journeys());
    }

    private String handIn(ObjectNode complaint, String key) throws IOException, InterruptedException {
        String number = intake.submit(complaint, key);
        follower.accepted(number);
        return number;
    }

    private static int collect(CompletionService<String> accepted) throws IOException, InterruptedException {
        int answers = 0;
        for (Future<String> done = accepted.poll(); done != null; done = accepted.poll()) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IOException("A complaint was not accepted", e);
            }
            answers++;
        }
        return answers;
    }

    private void follow(int expected, Duration patience, ProgressBar progress) {
        Instant until = clock.instant().plus(patience);
        while (follower.complete() < expected && clock.instant().isBefore(until)) {
            follower.poll();
            progress.stepTo(follower.complete());
        }
    }
}
