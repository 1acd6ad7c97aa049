package kz.aryz.triage.register;

import java.util.List;
import java.util.Optional;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.ComplaintStatus;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.QueueItem;

/**
 * What follows from a decision, all of it in one transaction.
 *
 * @param events the complaint's events, in order
 * @param queueItems what leaves and enters queues, in order
 * @param statusKey key of the complaint's row in complaints.status
 * @param status what the complainant may see
 * @param obligations who must be told
 * @param file what is kept of the complaint from now on
 * @param former what was kept of it until now; empty for the first decision
 */
public record Entry(
        List<CaseEvent> events,
        List<QueueItem> queueItems,
        String statusKey,
        ComplaintStatus status,
        List<Obligation> obligations,
        CaseFile file,
        Optional<CaseFile> former) {

    public Entry {
        events = List.copyOf(events);
        queueItems = List.copyOf(queueItems);
        obligations = List.copyOf(obligations);
    }

    /** The item that puts the complaint into its queue. */
    QueueItem entered() {
        return queueItems.getLast();
    }
}
