package kz.aryz.notifier.alert;

import java.time.Duration;

/**
 * The pauses between attempts: each twice as long as the one before, up to a longest, without end; and one before a message
 * that a server took goes again.
 *
 * @param firstPause after the first attempt
 * @param longestPause no pause is longer
 * @param outcomeWithin an attempt that nobody reports on within this time counts as failed
 * @param reminder after a message that was taken, while nobody confirms
 */
public record RetrySchedule(Duration firstPause, Duration longestPause, Duration outcomeWithin, Duration reminder) {

    public RetrySchedule {
        if (!firstPause.isPositive() || !outcomeWithin.isPositive() || !reminder.isPositive()) {
            throw new IllegalArgumentException("firstPause, outcomeWithin and reminder must be longer than zero");
        }
        if (firstPause.compareTo(longestPause) > 0) {
            throw new IllegalArgumentException("longestPause must not be shorter than firstPause");
        }
    }

    /** The pause after attempt {@code number}, which counts from 1. */
    public Duration pauseAfter(int number) {
        return new Doubling(firstPause, longestPause).of(number);
    }

    /** How long attempt {@code number} may go without an outcome; it grows, so that an absent worker finds no heap. */
    public Duration patienceFor(int number) {
        Duration pause = pauseAfter(number);
        return pause.compareTo(outcomeWithin) > 0 ? pause : outcomeWithin;
    }
}
