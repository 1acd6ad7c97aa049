package kz.aryz.shredding;

import java.time.Duration;
import kz.aryz.topic.Topics;

/** How long the bytes of a destroyed key still lie on the brokers' disks. */
final class Bound {

    /**
     * The longest time until a new segment begins, the shortest time before a record is cleaned away, and an hour for what
     * the cleaner has to do and for the file to be deleted. notifier begins the new segment where nobody else does.
     */
    static final Duration WITHIN =
            Topics.KEY_COMPACTION.maxLag().plus(Topics.KEY_COMPACTION.minLag()).plusHours(1);

    private Bound() {}
}
