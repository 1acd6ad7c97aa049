package kz.aryz.topic;

import java.time.Duration;

/** How long the records of a topic are kept. */
public sealed interface Retention {

    /** Every record is kept for ever. */
    record Forever() implements Retention {
        @Override
        public String toString() {
            return "for ever";
        }
    }

    /**
     * The latest record of each key is kept for ever, an older one until compaction.
     *
     * @param minLag a record is not compacted away before this time
     * @param maxLag a record that has been replaced becomes due for compaction within this time
     * @param tombstones how long a reader that was away still finds the deletion of a key
     */
    record Compacted(Duration minLag, Duration maxLag, Duration tombstones) implements Retention {
        public Compacted {
            if (minLag.compareTo(maxLag) > 0) {
                throw new IllegalArgumentException("minLag is longer than maxLag");
            }
        }

        @Override
        public String toString() {
            return "latest per key; older ones go after %s to %s, tombstones after %s"
                    .formatted(minLag, maxLag, tombstones);
        }
    }

    /**
     * Every record is kept for a time, and may go after that.
     *
     * @param time how long at least
     */
    record Bounded(Duration time) implements Retention {
        @Override
        public String toString() {
            return "for " + time;
        }
    }
}
