package kz.aryz.notifier.watch;

import java.util.List;
import kz.aryz.runtime.deadletter.DeadLetterCode;
import kz.aryz.runtime.deadletter.ParkedException;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.Routed;
import kz.aryz.schema.Submission;
import org.jspecify.annotations.Nullable;

/** Takes records in as facts, leaves out those that are none to the watch, and parks what this version does not know. */
public final class WatchIntake {

    private static final String COMMISSIONER = "COMMISSIONER";

    /** The rule of routing by which a complaint waits for consent. */
    private static final String HELD_FOR_CONSENT = "R10";

    private WatchIntake() {}

    /** A complaint starts a wait; more about one does not. */
    public static List<WatchFact> received(String complaintId, @Nullable Submission submission) {
        if (submission == null) {
            throw new ParkedException(DeadLetterCode.MALFORMED);
        }
        requireKey(complaintId, submission.getHeader().getComplaintId());
        return switch (submission.getKind()) {
            case COMPLAINT_RECEIVED -> List.of(new WatchFact.Received(submission));
            case SUPPLEMENT_RECEIVED -> List.of();
            case UNKNOWN -> throw new ParkedException(DeadLetterCode.UNKNOWN_KIND);
        };
    }

    /** A class or an owner is a decision; that it was registered, given to somebody or released is not. */
    public static List<WatchFact> decided(String complaintId, @Nullable CaseEvent event) {
        if (event == null) {
            throw new ParkedException(DeadLetterCode.MALFORMED);
        }
        requireKey(complaintId, event.getHeader().getComplaintId());
        return switch (event.getKind()) {
            case TRIAGED -> List.of(new WatchFact.Judged(event));
            case ROUTED -> List.of(isHeldForConsent(event) ? new WatchFact.Held(event) : new WatchFact.Handed());
            case REGISTERED, UNOPENABLE, ASSIGNED, RELEASED -> List.of();
            case UNKNOWN -> throw new ParkedException(DeadLetterCode.UNKNOWN_KIND);
        };
    }

    private static boolean isHeldForConsent(CaseEvent event) {
        Routed routed = event.getRouted();
        return routed != null
                && routed.getOwnerBody().equals(COMMISSIONER)
                && routed.getRules().contains(HELD_FOR_CONSENT);
    }

    private static void requireKey(@Nullable String key, String complaintId) {
        if (!complaintId.equals(key)) {
            throw new ParkedException(DeadLetterCode.KEY_MISMATCH);
        }
    }
}
