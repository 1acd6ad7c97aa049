package kz.aryz.notifier.alert;

import java.time.Duration;

/**
 * A time that is twice as long with every attempt, up to a longest.
 *
 * @param first for the first attempt, unless the longest is shorter
 * @param longest for no attempt is it longer
 */
public record Doubling(Duration first, Duration longest) {

    /** Far beyond any longest time, and short of an overflow. */
    private static final int MOST_DOUBLINGS = 30;

    public Doubling {
        if (!first.isPositive() || !longest.isPositive()) {
            throw new IllegalArgumentException("first and longest must be longer than zero");
        }
    }

    /** For attempt {@code number}, which counts from 1. */
    public Duration of(int number) {
        int doublings = Math.min(number - 1, MOST_DOUBLINGS);
        Duration doubled = first.multipliedBy(1L << doublings);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
