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

    /** Rejects what would break the order of the texts. */
    public IndexKey {
        if (unit.isEmpty() || unit.indexOf('|') >= 0 || complaintId.isEmpty() || complaintId.indexOf('|') >= 0) {
            throw new IllegalArgumentException("unit and complaintId must be set and free of |");
        }
        if (priority == Priority.UNKNOWN) {
            throw new IllegalArgumentException("priority must be known");
        }
        if (receivedAt.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("receivedAt must not lie before 1970");
        }
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

    /** The key as the store holds it. */
    public String text() {
        return String.format(Locale.ROOT, "%s|%s|%015d|%s", unit, priority, receivedAt.toEpochMilli(), complaintId);
    }
}
