package kz.aryz.notifier.destruction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a partition waits for a record before what was destroyed on it can be cleaned away. A broker begins a new
 * segment only when something is appended, and never cleans the newest one: on a partition where nobody writes, a destroyed
 * key would lie for ever. Free of Kafka and of the clock. For one thread.
 */
final class QuietPartition {

    private @Nullable String destroyed;
    private Instant destroyedAt = Instant.MIN;
    private Instant writtenAt = Instant.MIN;

    /** A key was destroyed. */
    void destroyed(String keyRef, Instant at) {
        destroyed = keyRef;
        destroyedAt = at;
        written(at);
    }

    /** Something was written, which begins a new segment if the lag is over. */
    void written(Instant at) {
        writtenAt = at.isAfter(writtenAt) ? at : writtenAt;
    }

    /**
     * The key whose tombstone is to be written once more, because the lag is over and nobody wrote since.
     *
     * @param lag how old the first record of a segment gets at most before something appended begins a new one
     */
    Optional<String> due(Instant now, Duration lag) {
        return destroyed != null && isOver(lag, now) && !isOver(lag, writtenAt)
                ? Optional.of(destroyed)
                : Optional.empty();
    }

    private boolean isOver(Duration lag, Instant at) {
        return Duration.between(destroyedAt, at).compareTo(lag) > 0;
    }
}
