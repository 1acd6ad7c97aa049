package kz.aryz.triage.release;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.Verdict;
import kz.aryz.command.Refusal;
import kz.aryz.reference.PermittedUnits;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.triage.assignment.Affiliation;
import kz.aryz.triage.assignment.Ruling;
import kz.aryz.triage.assignment.Ruling.Accepted;
import kz.aryz.triage.assignment.Ruling.Refused;

/**
 * Whether an officer of the Commissioner's may give what the office holds to a unit. Pure but for the question which queues
 * there are.
 *
 * @param affiliation who belongs where today
 * @param hasQueue whether a unit has a queue to write to
 */
public record Releasing(Affiliation affiliation, Predicate<String> hasQueue) {

    /** Decides; {@code custody} is empty where there is no such complaint. */
    public Ruling decide(Asked asked, Optional<Custody> custody) {
        return refusal(asked, custody).<Ruling>map(Refused::new).orElseGet(Accepted::new);
    }

    private Optional<Refusal> refusal(Asked asked, Optional<Custody> present) {
        if (present.isEmpty() || !isThereFor(asked, present.get())) {
            return Optional.of(Refusal.NOT_THERE);
        }
        Custody custody = present.get();
        return standing(asked, custody)
                .or(() -> target(asked.unit(), custody))
                .or(() -> asked.expectedSeq() == custody.seq() ? Optional.empty() : Optional.of(Refusal.CHANGED));
    }

    private boolean isThereFor(Asked asked, Custody custody) {
        return Access.decide(affiliation.of(asked.actor()), asked.action(), custody.facts()) instanceof Verdict.Allowed;
    }

    /** What there is to release, or to begin. */
    private static Optional<Refusal> standing(Asked asked, Custody custody) {
        if (!custody.isWithUnit()) {
            return Optional.empty();
        }
        if (asked.action() == Action.CHECK_EX_OFFICIO) {
            return Optional.of(Refusal.ALREADY_ROUTED);
        }
        if (custody.isReleased()) {
            return Optional.of(Refusal.ALREADY_RELEASED);
        }
        return asked.unit().equals(custody.unit()) ? Optional.empty() : Optional.of(Refusal.OTHER_UNIT);
    }

    private Optional<Refusal> target(String code, Custody custody) {
        Optional<Set<String>> excluded = custody.excludedBodies();
        if (excluded.isEmpty()) {
            return Optional.of(Refusal.UNDECIDED);
        }
        PermittedUnits permitted = new PermittedUnits(affiliation.reference(), affiliation.today(), excluded.get());
        Optional<InvestigatorUnit> unit = permitted.unit(code).filter(known -> hasQueue.test(code));
        if (unit.isEmpty()) {
            return Optional.of(Refusal.NO_SUCH_UNIT);
        }
        return permitted.permits(unit.get()) ? Optional.empty() : Optional.of(Refusal.EXCLUDED_UNIT);
    }
}
