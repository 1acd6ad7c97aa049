package kz.aryz.intake.status;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Slows the guessing of receipt keys. Where more wrong ones come than are forgiven, from wherever and however many at a time,
 * every further answer takes {@link #SLOW}, the right ones too: were those quicker, a guesser would only have to stop waiting early. Nobody is refused, and no address is
 * remembered, because a place of detention has one for all who are in it.
 */
public final class Pace {

    /** How long an answer takes while guessing goes on; no guessing delays a valid key for longer. */
    static final Duration SLOW = Duration.ofMillis(1_500);

    /** Wrong keys that are taken for typing mistakes; each second forgives one more. */
    static final int MISTAKES = 60;

    private final Bucket mistakes;
    private final TimeMeter time;
    private final LongConsumer pauseNanos;

    private Pace(TimeMeter time, LongConsumer pauseNanos) {
        this.mistakes = Bucket.builder()
                .addLimit(limit -> limit.capacity(MISTAKES).refillGreedy(1, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
        this.time = time;
        this.pauseNanos = pauseNanos;
    }

    public static Pace create() {
        return new Pace(TimeMeter.SYSTEM_NANOTIME, LockSupport::parkNanos);
    }

    /** @param pauseNanos waits for so many nanoseconds */
    static Pace of(TimeMeter time, LongConsumer pauseNanos) {
        return new Pace(time, pauseNanos);
    }

    /** What a look for a key finds, when it is time to say so; empty for a wrong key. */
    <T> Optional<T> keep(Supplier<Optional<T>> look) {
        long began = time.currentTimeNanos();
        Optional<T> found = look.get();
        boolean forgiven = found.isPresent() ? mistakes.getAvailableTokens() > 0 : mistakes.tryConsume(1);
        if (!forgiven) {
            waitUntil(began + SLOW.toNanos());
        }
        return found;
    }

    private void waitUntil(long then) {
        for (long rest = then - time.currentTimeNanos();
                rest > 0 && !Thread.currentThread().isInterrupted();
                rest = then - time.currentTimeNanos()) {
            pauseNanos.accept(rest);
        }
    }
}
