package kz.aryz.notifier.watch;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import kz.aryz.notifier.state.HeldFor;
import kz.aryz.runtime.deadletter.DeadLetterCode;
import kz.aryz.runtime.deadletter.ParkedException;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.Routed;
import kz.aryz.schema.Submission;
import org.jspecify.annotations.Nullable;

/** Takes records in as facts, leaves out those that are none to the watch, and parks what this version does not know. */
public final class WatchIntake {

    private static final String COMMISSIONER = "COMMISSIONER";

    /** The rules of routing by which the Commissioner has a complaint, and what they mean, the first that is there. */
    private static final List<Map.Entry<String, HeldFor>> REASONS = List.of(
            entry("UNOPENABLE", HeldFor.UNOPENABLE),
            entry("R10", HeldFor.NO_CONSENT),
            entry("R5", HeldFor.PROSECUTION_ACCUSED),
            entry("R5-UNKNOWN", HeldFor.UNKNOWN_BODY));

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

    /** A class or an owner is a decision, and so is a release; that it was registered or given to somebody is not. */
    public static List<WatchFact> decided(String complaintId, @Nullable CaseEvent event) {
        if (event == null) {
            throw new ParkedException(DeadLetterCode.MALFORMED);
        }
        requireKey(complaintId, event.getHeader().getComplaintId());
        return switch (event.getKind()) {
            case TRIAGED -> List.of(new WatchFact.Judged(event));
            case ROUTED -> List.of(routed(event, event.getRouted()));
            case RELEASED -> List.of(new WatchFact.Handed());
            case REGISTERED, UNOPENABLE, ASSIGNED -> List.of();
            case UNKNOWN -> throw new ParkedException(DeadLetterCode.UNKNOWN_KIND);
        };
    }

    /** What somebody gave to a unit they have decided about: an officer, for that is the only one who can. */
    private static WatchFact routed(CaseEvent event, @Nullable Routed routed) {
        if (routed == null) {
            return new WatchFact.Handed();
        }
        if (routed.getOwnerBody().equals(COMMISSIONER)) {
            return new WatchFact.Held(event, why(routed));
        }
        return routed.getReasonCode() == null ? new WatchFact.Given(event) : new WatchFact.Handed();
    }

    private static HeldFor why(Routed routed) {
        return REASONS.stream()
                .filter(reason -> routed.getRules().contains(reason.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(HeldFor.NO_UNIT);
    }

    private static void requireKey(@Nullable String key, String complaintId) {
        if (!complaintId.equals(key)) {
            throw new ParkedException(DeadLetterCode.KEY_MISMATCH);
        }
    }
}
