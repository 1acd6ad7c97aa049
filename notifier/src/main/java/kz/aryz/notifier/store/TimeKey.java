package kz.aryz.notifier.store;

import java.time.Instant;

/** Keys in the order of time: milliseconds in thirteen digits, a bar, an id. Good until the year 2286. */
public final class TimeKey {

    /** Before every key. */
    public static final String FIRST = "";

    /** After every key. */
    public static final String LAST = "~";

    private TimeKey() {}

    public static String of(Instant time, String id) {
        return digits(time) + '|' + id;
    }

    /** After every key of {@code time} and earlier, before every key of a later time. */
    public static String endOf(Instant time) {
        return digits(time) + '}';
    }

    /** Thirteen digits that sort like the time. */
    public static String digits(Instant time) {
        return "%013d".formatted(time.toEpochMilli());
    }
}
