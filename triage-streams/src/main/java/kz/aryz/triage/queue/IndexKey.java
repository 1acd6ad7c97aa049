package kz.aryz.triage.queue;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.aryz.schema.Priority;
import kz.aryz.triage.disposition.Disposition;

/**
 * Place of a complaint in the store {@code queue-index}: {@code unit|priority|receivedAt|complaintId}. The order of the
 * texts is the order of work: a unit's entries lie together, the most urgent first, among these the oldest.
 */
public record IndexKey(String unit, Priority priority, Instant receivedAt, String complaintId) {

    private static final Pattern FORM = Pattern.compile("([^|]+)\\|(P[0-3])\\|(\\d{15})\\|([^|]+)");

    /** What fifteen digits of milliseconds no longer hold. */
    private static final Instant END_OF_TIME = Instant.ofEpochMilli(1_000_000_000_000_000L);

    /** Rejects what would break the order of the texts. */
    public IndexKey {
        if (!isPart(unit) || !isPart(complaintId)) {
            throw new IllegalArgumentException("unit and complaintId must be set and free of |");
        }
        if (priority == Priority.UNKNOWN) {
            throw new IllegalArgumentException("priority must be known");
        }
        if (!isTime(receivedAt)) {
            throw new IllegalArgumentException("receivedAt must lie between 1970 and what fifteen digits hold");
        }
    }

    /** Whether a complaint of that id, received at that time, has a place in any queue. */
    public static boolean isPlace(Instant receivedAt, String complaintId) {
        return isTime(receivedAt) && isPart(complaintId);
    }

    /** The place that a disposition gives to its complaint. */
    public static IndexKey of(Disposition disposition) {
        return new IndexKey(
                disposition.assignment().unit(),
                disposition.assessment().priority(),
                disposition.complaint().received().getReceivedAt(),
                disposition.complaint().complaintId());
    }

    /** What every key of the unit begins with. */
    public static String prefix(String unit) {
        return unit + '|';
    }

    /** The greatest text that is not beyond the unit's keys. */
    public static String end(String unit) {
        return unit + "|~";
    }

    /** The key written so; empty where the text is none. */
    public static Optional<IndexKey> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Instant receivedAt = Instant.ofEpochMilli(Long.parseLong(parts.group(3)));
        return Optional.of(new IndexKey(parts.group(1), Priority.valueOf(parts.group(2)), receivedAt, parts.group(4)));
    }

    private static boolean isPart(String text) {
        return !text.isEmpty() && text.indexOf('|') < 0;
    }

    private static boolean isTime(Instant receivedAt) {
        return !receivedAt.isBefore(Instant.EPOCH) && receivedAt.isBefore(END_OF_TIME);
    }

    /** The key as the store holds it. */
    public String text() {
        return String.format(Locale.ROOT, "%s|%s|%015d|%s", unit, priority, receivedAt.toEpochMilli(), complaintId);
    }
}
