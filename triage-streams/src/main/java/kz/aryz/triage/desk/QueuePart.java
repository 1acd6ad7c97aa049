package kz.aryz.triage.desk;

import java.util.Optional;
import kz.aryz.triage.queue.AssignedKey;
import kz.aryz.triage.queue.IndexKey;
import kz.aryz.triage.store.TriageStores;

/**
 * Some of a unit's complaints.
 *
 * @param unit code of the unit
 * @param assignee whose: those that this person works on; empty for all
 */
record QueuePart(String unit, Optional<String> assignee) {

    static QueuePart whole(String unit) {
        return new QueuePart(unit, Optional.empty());
    }

    /** The store that has them one after the other. */
    String store() {
        return assignee.isPresent() ? TriageStores.ASSIGNED_INDEX : TriageStores.QUEUE_INDEX;
    }

    /** The first key that may be one of theirs, behind {@code after}. */
    String from(Optional<IndexKey> after) {
        return owner() + after.map(place -> place.text() + '\0').orElseGet(() -> IndexKey.prefix(unit));
    }

    /** The greatest text that is not beyond their keys. */
    String end() {
        return owner() + IndexKey.end(unit);
    }

    private String owner() {
        return assignee.map(AssignedKey::prefix).orElse("");
    }
}
