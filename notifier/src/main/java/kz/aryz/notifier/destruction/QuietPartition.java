package kz.aryz.notifier.destruction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * Tells when a partition waits for a record before what was destroyed on it can be cleaned away. A broker begins a new
 * segment only when something is appended, and never cleans the newest one: on a partition where nobody writes, a destroyed
 * key would lie for ever. Free of the clock. For one thread.
 */
final class QuietPartition {

    /**
     * A tombstone.
     *
     * @param at when it was written
     * @param notes what stands on it
     */
    record Destroyed(String keyRef, Instant at, Headers notes) {

        private boolean isOver(Duration lag, Instant now) {
            return Duration.between(at, now).compareTo(lag) > 0;
        }
    }

    /** Behind which, as far as is known, no segment has begun. */
    private final List<Destroyed> waiting = new ArrayList<>();

    private Instant writtenAt = Instant.MIN;

    /** A key was destroyed. */
    void destroyed(Destroyed key) {
        waiting.add(key);
        written(key.at());
    }

    /** Something was written, which begins a new segment behind whatever was destroyed more than the lag before. */
    void written(Instant at) {
        writtenAt = at.isAfter(writtenAt) ? at : writtenAt;
    }

    /**
     * The tombstone that is to be written once more, because the lag is over and nobody wrote since. One that came later has
     * a lag of its own, and may lie behind the same record.
     *
     * @param lag how old the first record of a segment gets at most before something appended begins a new one
     */
    Optional<Destroyed> due(Instant now, Duration lag) {
        waiting.removeIf(key -> key.isOver(lag, writtenAt));
        return waiting.stream().filter(key -> key.isOver(lag, now)).findFirst();
    }
}
