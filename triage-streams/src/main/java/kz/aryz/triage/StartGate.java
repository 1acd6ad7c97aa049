package kz.aryz.triage;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.health.Health;
import kz.aryz.triage.queue.QueueTopics;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Holds the topology back until it can decide: there is a complete release of reference data, and the queue that takes
 * whatever no other may have.
 */
final class StartGate {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final String LAST_RESORT = "COMMISSIONER";

    private final Supplier<Optional<Reference>> reference;
    private final Supplier<Optional<String>> problem;
    private final QueueTopics queues;
    private volatile boolean open;

    /**
     * A gate that is shut.
     *
     * @param reference the newest complete release
     * @param problem why there is none, or why the newest cannot be used
     */
    StartGate(Supplier<Optional<Reference>> reference, Supplier<Optional<String>> problem, QueueTopics queues) {
        this.reference = reference;
        this.problem = problem;
        this.queues = queues;
    }

    /** Returns when it is open. */
    void await() throws InterruptedException {
        while (!isReady()) {
            Thread.sleep(LOOK_EVERY);
        }
        open = true;
    }

    /** Down while it is shut, and while a newer release than the one in use is incomplete. */
    Health health() {
        Optional<String> trouble = problem.get();
        if (trouble.isPresent()) {
            return Health.down(trouble.get());
        }
        return open ? Health.up() : Health.down("no queue of " + LAST_RESORT + ": run 'aryz reference apply'");
    }

    private boolean isReady() {
        try {
            return reference.get().isPresent() && queues.exists(LAST_RESORT);
        } catch (RetriableException brokerAway) {
            return false;
        }
    }
}
