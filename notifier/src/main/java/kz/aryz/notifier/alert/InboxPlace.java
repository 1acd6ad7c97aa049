package kz.aryz.notifier.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.notifier.store.TimeKey;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Priority;

/**
 * Where an alert stands in the inbox: open ones first, by urgency, then age; confirmed ones after them, the latest first.
 * The text sorts like the place.
 *
 * @param text state, rank, time, obligation id
 */
public record InboxPlace(String text) implements Comparable<InboxPlace> {

    private static final Pattern TEXT =
            Pattern.compile("[01]\\|[0-4]\\|\\d{13}\\|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int TIME_FROM = 4;
    private static final int TIME_TO = 17;
    private static final long LAST_MILLI = 9_999_999_999_999L;

    /** The place that follows from what is known of an obligation. */
    public static InboxPlace of(Obligation obligation, AlertProgress progress) {
        Instant confirmed = progress.getAcknowledgedAt();
        return confirmed == null ? open(obligation) : confirmed(obligation.getObligationId(), confirmed);
    }

    /** The place that the text stands for; empty where it stands for none. */
    public static Optional<InboxPlace> parse(String text) {
        return TEXT.matcher(text).matches() ? Optional.of(new InboxPlace(text)) : Optional.empty();
    }

    public AlertState state() {
        return text.startsWith(AlertState.OPEN.prefix()) ? AlertState.OPEN : AlertState.ACKNOWLEDGED;
    }

    /** The time in it: of an open alert when it arose, in milliseconds since 1970. */
    public long millis() {
        return Long.parseLong(text, TIME_FROM, TIME_TO, 10);
    }

    @Override
    public int compareTo(InboxPlace other) {
        return text.compareTo(other.text);
    }

    private static InboxPlace open(Obligation obligation) {
        String urgency = rank(obligation.getRaised().getPriority());
        String createdAt = TimeKey.digits(obligation.getHeader().getRecordedAt());
        return place(AlertState.OPEN, urgency, createdAt, obligation.getObligationId());
    }

    private static InboxPlace confirmed(String obligationId, Instant at) {
        Instant mirrored = Instant.ofEpochMilli(LAST_MILLI - at.toEpochMilli());
        return place(AlertState.ACKNOWLEDGED, "0", TimeKey.digits(mirrored), obligationId);
    }

    private static InboxPlace place(AlertState state, String rank, String time, String obligationId) {
        return new InboxPlace(String.join("|", state.digit(), rank, time, obligationId));
    }

    /** What nobody could judge comes right after what is most urgent. */
    private static String rank(Priority priority) {
        return switch (priority) {
            case P0 -> "0";
            case UNKNOWN -> "1";
            case P1 -> "2";
            case P2 -> "3";
            case P3 -> "4";
        };
    }
}
