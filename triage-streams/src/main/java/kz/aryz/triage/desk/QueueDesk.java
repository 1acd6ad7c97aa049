package kz.aryz.triage.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.access.Person;
import kz.aryz.access.Sight;
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

    /** The units that the caller may know and what is there for them in their queues; empty while none can be asked. */
    Optional<UnitCounts> counts(Caller caller) {
        Optional<UnitCounts> whole = counts(caller, Sight.ALL, Optional.empty());
        Optional<UnitCounts> own =
                counts(caller, Sight.ASSIGNED, caller.person().map(Person::pseudonym));
        return whole.flatMap(all -> own.map(all::and));
    }

    /**
     * Nothing is asked where somebody sees no unit. Where they see one, the counts of the rest are left out at the end: how long it
     * takes tells how much there is in all queues together, and nothing of any one of them.
     */
    private Optional<UnitCounts> counts(Caller caller, Sight wanted, Optional<String> assignee) {
        List<String> seen = units().stream()
                .filter(unit -> sight.of(caller, unit) == wanted)
                .toList();
        boolean none = seen.isEmpty() && (!units().isEmpty() || wanted == Sight.ASSIGNED);
        return none
                ? Optional.of(UnitCounts.NONE)
                : queues.counts(seen, assignee).map(all -> all.where(unit -> sight.of(caller, unit) == wanted));
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
        Optional<String> pseudonym = caller.person().map(Person::pseudonym);
        QueuePart part = switch (sight.of(caller, unit)) {
            case NOTHING -> throw ProblemException.of(ProblemType.NOT_FOUND);
            case ASSIGNED -> new QueuePart(unit, pseudonym);
            case ALL -> QueuePart.whole(unit);
        };
        return queues.page(part, Optional.ofNullable(cursor).map(text -> place(unit, text)), limit);
    }

    /** Whether the caller sees the unit's whole queue. */
    boolean seesWhole(Caller caller, String unit) {
        return sight.of(caller, unit) == Sight.ALL;
    }

    private static IndexKey place(String unit, String cursor) {
        return Cursor.decode(unit, cursor).orElseThrow(() -> ProblemException.of(BAD_CURSOR));
    }

    private List<String> units() {
        return reference().map(Reference::unitCodes).orElse(List.of());
    }
}
