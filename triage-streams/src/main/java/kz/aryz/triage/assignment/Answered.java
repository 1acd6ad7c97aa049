package kz.aryz.triage.assignment;

import java.util.List;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.QueueItem;

/**
 * What came of a command, all of it in one transaction.
 *
 * @param outcome the answer
 * @param events what happened, in order; empty where nothing did, or had before
 * @param queueItems what leaves and enters queues, in order
 */
public record Answered(CommandOutcome outcome, List<CaseEvent> events, List<QueueItem> queueItems) {

    public Answered {
        events = List.copyOf(events);
        queueItems = List.copyOf(queueItems);
    }

    /** An answer from which nothing follows. */
    static Answered only(CommandOutcome outcome) {
        return new Answered(outcome, List.of(), List.of());
    }
}
