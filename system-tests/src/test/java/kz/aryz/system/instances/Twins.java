package kz.aryz.system.instances;

import static kz.aryz.system.Patience.PATIENCE;

import java.util.List;

/** Two instances of one service. */
record Twins(Instance first, Instance second) {

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
