package kz.aryz.runtime.http;

import java.time.Duration;

/**
 * How long a sender may take.
 *
 * @param silence between two bytes
 * @param headers from when a connection is free for a request until all its headers have come; longer than {@code silence}, in
 *     which it may rest
 * @param body for a body, beside the time that its bytes take at {@code bytesPerSecond}
 */
record Patience(Duration silence, Duration headers, Duration body, int bytesPerSecond) {

    /**
     * A telephone at the edge of a cell sends some 2 kB a second, with pauses; half of that is served, and any complaint of ordinary
     * length whatever the line.
     */
    static final Patience USUAL =
            new Patience(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(1), 1_000);

    /** Whether a body of which so much has come in so long comes too slowly. */
    boolean isOver(long bytes, Duration taken) {
        return taken.minus(body).compareTo(Duration.ofMillis(bytes * 1_000 / bytesPerSecond)) > 0;
    }
}
