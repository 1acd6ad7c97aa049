package kz.aryz.notifier.holding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import kz.aryz.notifier.state.HeldFor;
import kz.aryz.notifier.state.WatchState;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A complaint that the Commissioner's office holds, as instances tell each other. Times are ISO 8601 in UTC.
 *
 * @param complaintNumber speakable number; null where a decision about it was read, and itself not yet
 * @param since since when; where an earlier version did not note that, when it was received
 * @param remindedFrom when the office is told of it next
 * @param allegationClass UNKNOWN is handled as A
 * @param reason why it is held
 */
public record HeldComplaint(
        String complaintId,
        @Nullable String complaintNumber,
        @Nullable String since,
        String remindedFrom,
        AllegationClass allegationClass,
        Priority priority,
        HeldFor reason) {

    /** What the watch knows of a complaint; empty where the office does not hold it. */
    static Optional<HeldComplaint> of(String complaintId, WatchedComplaint watched) {
        if (watched.getState() == WatchState.WAITING) {
            return Optional.of(of(complaintId, watched, HeldFor.UNDECIDED, watched.getDeadline()));
        }
        return Optional.ofNullable(watched.getHeldUntil())
                .map(until -> of(complaintId, watched, reason(watched.getHeldFor()), until));
    }

    /** The version that noted no reason held for one alone. */
    private static HeldFor reason(HeldFor noted) {
        return noted == HeldFor.UNKNOWN ? HeldFor.NO_CONSENT : noted;
    }

    private static HeldComplaint of(String complaintId, WatchedComplaint watched, HeldFor reason, Instant until) {
        String judged = watched.getAllegationClass();
        String urgency = watched.getPriority();
        return new HeldComplaint(
                complaintId,
                watched.getComplaintNumber(),
                Optional.ofNullable(watched.getHeldSince())
                        .or(() -> Optional.ofNullable(watched.getReceivedAt()))
                        .map(Instant::toString)
                        .orElse(null),
                until.toString(),
                judged == null ? AllegationClass.UNKNOWN : AllegationClass.valueOf(judged),
                urgency == null ? Priority.UNKNOWN : Priority.valueOf(urgency),
                reason);
    }

    /** Where it stands in the list. */
    @JsonIgnore
    HeldPlace place() {
        return HeldPlace.of(Instant.parse(remindedFrom), complaintId);
    }
}
