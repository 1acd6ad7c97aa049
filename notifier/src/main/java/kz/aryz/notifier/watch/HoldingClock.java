package kz.aryz.notifier.watch;

import java.time.Instant;
import kz.aryz.notifier.state.HeldFor;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.notifier.store.TimeKey;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When the Commissioner is told that the office still holds a complaint: noted with the complaint, which whoever calls keeps, and
 * among the deadlines.
 */
final class HoldingClock {

    private final KeyValueStore<String, String> deadlines;

    HoldingClock(KeyValueStore<String, String> deadlines) {
        this.deadlines = deadlines;
    }

    /** Notes why it is held, and nothing of when it is told. {@code heldBy}: id of the event. */
    void note(WatchedComplaint complaint, String heldBy, HeldFor why, Instant since) {
        complaint.setHeldBy(heldBy);
        complaint.setHeldFor(why);
        complaint.setHeldSince(since);
    }

    void setTo(String complaintId, WatchedComplaint complaint, Instant until) {
        complaint.setHeldUntil(until);
        deadlines.put(TimeKey.of(until, complaintId), complaintId);
    }

    /** It is not held any more; nothing happens where it was not. */
    void stop(String complaintId, WatchedComplaint complaint) {
        if (complaint.getHeldUntil() != null) {
            deadlines.delete(TimeKey.of(complaint.getHeldUntil(), complaintId));
        }
        complaint.setHeldBy(null);
        complaint.setHeldUntil(null);
        complaint.setHeldTold(0);
        complaint.setHeldFor(HeldFor.UNKNOWN);
        complaint.setHeldSince(null);
    }
}
