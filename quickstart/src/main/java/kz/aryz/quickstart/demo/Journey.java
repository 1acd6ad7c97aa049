package kz.aryz.quickstart.demo;

import java.time.Duration;
import java.time.Instant;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.Priority;
import org.jspecify.annotations.Nullable;

/** What became of one complaint so far. Guarded by the one thread that follows the topics, but for the acceptance. */
final class Journey {

    private volatile @Nullable Instant accepted;
    private @Nullable Instant queued;
    private @Nullable Instant mailed;
    private String unit = "";
    private AllegationClass allegationClass = AllegationClass.UNKNOWN;
    private Priority priority = Priority.UNKNOWN;
    private int obligations;
    private int mails;

    void accepted(Instant at) {
        accepted = at;
    }

    boolean isAccepted() {
        return accepted != null;
    }

    void queued(Instant at, String inUnit, AllegationClass classified, Priority urgency) {
        queued = at;
        unit = inUnit;
        allegationClass = classified;
        priority = urgency;
    }

    void obliged() {
        obligations++;
    }

    void mailed(Instant at) {
        mails++;
        mailed = mailed == null ? at : mailed;
    }

    boolean isComplete() {
        return accepted != null && queued != null && mails >= obligations;
    }

    String unit() {
        return unit;
    }

    AllegationClass allegationClass() {
        return allegationClass;
    }

    Priority priority() {
        return priority;
    }

    int obligations() {
        return obligations;
    }

    int mails() {
        return mails;
    }

    /** Time from the answer to the queue; null while there is none. A record can be seen before the answer arrives. */
    @Nullable
    Duration toQueue() {
        return between(queued);
    }

    /** Time from the answer to the mail server's acceptance; null while there is none. */
    @Nullable
    Duration toMail() {
        return between(mailed);
    }

    private @Nullable Duration between(@Nullable Instant end) {
        Instant start = accepted;
        if (start == null || end == null) {
            return null;
        }
        return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
    }
}
