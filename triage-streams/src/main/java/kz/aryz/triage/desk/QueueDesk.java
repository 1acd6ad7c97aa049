package kz.aryz.triage.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.triage.queue.IndexKey;
import org.jspecify.annotations.Nullable;

/** What can be asked at the desk, with the checks that every way of asking shares. */
final class QueueDesk {

    private static final ProblemType BAD_CURSOR =
            new ProblemType("bad-cursor", 400, "kz.aryz.triage.desk.desk-problems");

    private final DeskQueues queues;
    private final QueueSight sight;
    private final Supplier<Optional<Reference>> reference;

    /**
     * @param sight what each caller sees of a queue
     * @param reference the release in use; empty before the first
     */
    QueueDesk(DeskQueues queues, QueueSight sight, Supplier<Optional<Reference>> reference) {
        this.queues = queues;
        this.sight = sight;
        this.reference = reference;
    }

    Optional<Reference> reference() {
        return reference.get();
    }

    /** The units that the caller may know and what lies in their queues; empty while none can be asked. */
    Optional<UnitCounts> counts(Caller caller) {
        return queues.counts(units())
                .map(all -> new UnitCounts(
                        all.units().stream()
                                .flatMap(unit -> seen(caller, unit).stream())
                                .toList(),
                        all.partial()));
    }

    /**
     * A page of a unit's queue; empty while no queue can be asked. For whom a unit is not to be known, it does not exist.
     *
     * @param cursor {@link QueuePage#next} of the page before; null for the first page
     * @throws ProblemException for a unit that does not exist and a cursor that is none of this unit's
     */
    Optional<QueuePage> page(Caller caller, String unit, @Nullable String cursor, int limit) {
        if (reference().isPresent() && !units().contains(unit)) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return switch (sight.of(caller, unit)) {
            case NOTHING -> throw ProblemException.of(ProblemType.NOT_FOUND);
            case ASSIGNED -> Optional.of(QueuePage.NONE);
            case ALL -> queues.page(unit, Optional.ofNullable(cursor).map(text -> place(unit, text)), limit);
        };
    }

    /** Whoever sees only what is assigned to them sees nothing: no complaint is assigned to anybody. */
    private Optional<UnitCount> seen(Caller caller, UnitCount unit) {
        return switch (sight.of(caller, unit.unit())) {
            case NOTHING -> Optional.empty();
            case ASSIGNED -> Optional.of(new UnitCount(unit.unit(), 0));
            case ALL -> Optional.of(unit);
        };
    }

    private static IndexKey place(String unit, String cursor) {
        return Cursor.decode(unit, cursor).orElseThrow(() -> ProblemException.of(BAD_CURSOR));
    }

    private List<String> units() {
        return reference().map(Reference::unitCodes).orElse(List.of());
    }
}
