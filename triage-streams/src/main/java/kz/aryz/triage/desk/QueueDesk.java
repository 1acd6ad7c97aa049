package kz.aryz.triage.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.triage.queue.IndexKey;
import org.jspecify.annotations.Nullable;

/** What can be asked at the desk, with the checks that every way of asking shares. */
final class QueueDesk {

    private static final ProblemType BAD_CURSOR =
            new ProblemType("bad-cursor", 400, "kz.aryz.triage.desk.desk-problems");

    private final DeskQueues queues;
    private final Supplier<Optional<Reference>> reference;

    /** @param reference the release in use; empty before the first */
    QueueDesk(DeskQueues queues, Supplier<Optional<Reference>> reference) {
        this.queues = queues;
        this.reference = reference;
    }

    Optional<Reference> reference() {
        return reference.get();
    }

    /** All units and what lies in their queues; empty while none can be asked. */
    Optional<UnitCounts> counts() {
        return queues.counts(units());
    }

    /**
     * A page of a unit's queue; empty while no queue can be asked.
     *
     * @param cursor {@link QueuePage#next} of the page before; null for the first page
     * @throws ProblemException for a unit that does not exist and a cursor that is none of this unit's
     */
    Optional<QueuePage> page(String unit, @Nullable String cursor, int limit) {
        if (reference().isPresent() && !units().contains(unit)) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return queues.page(unit, Optional.ofNullable(cursor).map(text -> place(unit, text)), limit);
    }

    private static IndexKey place(String unit, String cursor) {
        return Cursor.decode(unit, cursor).orElseThrow(() -> ProblemException.of(BAD_CURSOR));
    }

    private List<String> units() {
        return reference().map(Reference::unitCodes).orElse(List.of());
    }
}
