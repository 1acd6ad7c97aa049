package kz.aryz.system.instances;

import java.time.Duration;
import java.util.List;

/** Two instances of one service. */
record Twins(Instance first, Instance second) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    List<Instance> both() {
        return List.of(first, second);
    }

    /** Starts whichever does not run; returns when both are ready. */
    void bothUp() {
        both().stream()
                .filter(instance -> !instance.server().isAlive())
                .forEach(instance -> instance.server().start());
        both().forEach(instance -> instance.server().awaitReady(PATIENCE));
    }
}
