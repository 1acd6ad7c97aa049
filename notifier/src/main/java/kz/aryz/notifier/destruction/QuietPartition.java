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
    record Destroyed(String keyRef, Instant at, Headers notes) {}

    /**
     * A tombstone behind which, as far as is known, no segment has begun.
     *
     * @param since the latest time that its segment can have begun with: writers' clocks are not the same
     */
    private record Waiting(Destroyed key, Instant since) {

        private boolean isOver(Duration lag, Instant now) {
            return Duration.between(since, now).compareTo(lag) > 0;
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();

    private Instant writtenAt = Instant.MIN;

    /** A key was destroyed. */
    void destroyed(Destroyed key) {
        written(key.at());
        waiting.add(new Waiting(key, writtenAt));
    }

    /** Something was written, which begins a new segment behind whatever has waited for more than the lag. */
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
        waiting.removeIf(one -> one.isOver(lag, writtenAt));
        return waiting.stream().filter(one -> one.isOver(lag, now)).findFirst().map(Waiting::key);
    }
}
