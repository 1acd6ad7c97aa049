package kz.aryz.runtime.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How many bytes of bodies a service holds at once, so that no number of senders fills its memory. A byte counts from when it
 * has come until its request is answered.
 *
 * <p>What a body has beyond its first {@link #SHORT_BYTES} leaves a quarter free: short bodies find room while long ones fill the
 * rest. Where there is none, the body that has been coming for longest makes way if it is not coming promptly, a long one for any
 * other, a short one for short ones: whoever keeps room by sending slowly has it while nobody else needs it. Else the short body
 * makes way that has most, if it did not come at once, for a short one that has less: whoever sends nearly all of many bodies and
 * waits, keeps out nobody whose body is shorter. Thread-safe.
 */
final class BodyBudget {

    /** So long is nearly every complaint, and all that staff send. */
    static final int SHORT_BYTES = 64 * 1024;

    /** The longest body that any route reads. It finds room in every heap, if nothing else is there. */
    private static final long LONGEST_BYTES = 4L * HttpServer.MAX_BODY_BYTES;

    /** A third of the heap is for bodies; until it is answered, a byte of one takes eight: as text, fields and sealed sections. */
    private static final int HEAP_PER_BYTE = 3 * 8;

    private static final Duration PROMPTLY = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final long all;
    private final long beforeReserve;
    private final Duration promptly;
    private final Duration atOnce;
    private final Counter refused;
    private final Set<Share> coming = new LinkedHashSet<>();
    private long held;

    /**
     * @param bytes of all bodies
     * @param promptly how long a body may be coming before it makes way for others
     * @param atOnce how long a short one may be coming before it makes way for shorter ones
     */
    BodyBudget(long bytes, Duration promptly, Duration atOnce, MeterRegistry registry) {
        this.all = bytes;
        this.beforeReserve = bytes - bytes / 4;
        this.promptly = promptly;
        this.atOnce = atOnce;
        this.refused = Counter.builder("http.server.bodies.refused")
                .description("Bodies that found no room beside those of others, and were answered with 503")
                .register(registry);
        Gauge.builder("http.server.bodies.held", this, BodyBudget::held)
                .description("Bytes of bodies of requests that are not answered yet")
                .baseUnit("bytes")
                .register(registry);
    }

    /** As large as this process' heap bears. */
    static BodyBudget ofHeap(MeterRegistry registry) {
        long bytes = Runtime.getRuntime().maxMemory() / HEAP_PER_BYTE;
        return new BodyBudget(Math.max(bytes, LONGEST_BYTES + LONGEST_BYTES / 3), PROMPTLY, AT_ONCE, registry);
    }

    /** Room for a body that begins to come: none yet. */
    synchronized Share open() {
        Share share = new Share();
        coming.add(share);
        return share;
    }

    private synchronized double held() {
        return held;
    }

    private synchronized void take(Share share, int length) {
        boolean isLong = share.taken + length > SHORT_BYTES;
        long limit = isLong ? beforeReserve : all;
        while (!share.closed && held + length > limit) {
            slowest(share, isLong)
                    .or(() -> isLong ? Optional.empty() : largest(share.taken + length))
                    .orElse(share)
                    .free();
        }
        requireOpen(share);
        share.taken += length;
        held += length;
    }

    private void requireOpen(Share share) {
        if (share.closed) {
            refused.increment();
            throw ProblemException.retryAfter(ProblemType.BUSY, RETRY_AFTER);
        }
    }

    /** Which body makes way for that one. */
    private Optional<Share> slowest(Share other, boolean isLong) {
        return coming.stream()
                .filter(share -> share != other && share.hasBeenComing(promptly))
                .filter(share -> isLong ? share.taken > SHORT_BYTES : share.taken > 0)
                .findFirst();
    }

    /** Which short body makes way for one that is to have so many bytes. */
    private Optional<Share> largest(long bytes) {
        return coming.stream()
                .filter(share -> share.hasBeenComing(atOnce))
                .filter(share -> share.taken > bytes && share.taken <= SHORT_BYTES)
                .max(Comparator.comparingLong(share -> share.taken));
    }

    /** One body and the room that it takes. Thread-safe. */
    final class Share implements AutoCloseable {
        private final long began = System.nanoTime();
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long taken;
        private boolean closed;

        private Share() {}

        private boolean hasBeenComing(Duration time) {
            return System.nanoTime() - began >= time.toNanos();
        }

        /**
         * Keeps what has come.
         *
         * @throws ProblemException if there is no room for it, or this body has made way; nothing of it is kept then
         */
        void add(byte[] buffer, int length) {
            synchronized (BodyBudget.this) {
                take(this, length);
                bytes.write(buffer, 0, length);
            }
        }

        /**
         * All of it, now that it has come to its end; it makes way for no other any more.
         *
         * @throws ProblemException if it has made way before
         */
        byte[] whole() {
            synchronized (BodyBudget.this) {
                requireOpen(this);
                coming.remove(this);
                byte[] whole = bytes.toByteArray();
                bytes = new ByteArrayOutputStream(0);
                return whole;
            }
        }

        /** Frees the room; again is nothing. */
        @Override
        public void close() {
            synchronized (BodyBudget.this) {
                free();
            }
        }

        private void free() {
            if (!closed) {
                closed = true;
                held -= taken;
                bytes = new ByteArrayOutputStream(0);
                coming.remove(this);
            }
        }
    }
}
