package kz.aryz.quickstart.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How long to wait for a server to answer, and what to say if it does not. */
record Readiness(String name, Path log, Duration patience) {

    private static final Duration PAUSE = Duration.ofMillis(100);

    void await(BooleanSupplier alive, BooleanSupplier answers) {
        long end = System.nanoTime() + patience.toNanos();
        while (!answers.getAsBoolean()) {
            if (!alive.getAsBoolean()) {
                throw new NotReadyException(name + " ended while it was starting. Its log says why: " + log);
            }
            if (System.nanoTime() - end > 0 || Thread.interrupted()) {
                throw new NotReadyException(
                        name + " did not answer within " + patience.toSeconds() + " s. Its log may say why: " + log);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
