package kz.aryz.backup;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Waits for as long as something stands in the way. */
final class Waiting {

    private static final long POLL_MILLIS = 250;

    private Waiting() {}

    /** Something that stands in the way, in words; empty where nothing does. */
    @FunctionalInterface
    interface Obstacle {
        Optional<String> find() throws InterruptedException, ExecutionException;
    }

    /** @throws BackupException that says what still stands in the way when the patience has ended */
    static void until(Obstacle obstacle, Duration patience) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + patience.toNanos();
        Optional<String> found = obstacle.find();
        while (found.isPresent()) {
            if (System.nanoTime() - end >= 0) {
                throw new BackupException(found.get());
            }
            Thread.sleep(POLL_MILLIS);
            found = obstacle.find();
        }
    }
}
