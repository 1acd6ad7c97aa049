package kz.aryz.triage.assignment;

import java.util.Optional;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.access.QueueFacts;
import kz.aryz.access.Sight;
import kz.aryz.access.Verdict;
import kz.aryz.command.Refusal;
import kz.aryz.triage.assignment.Ruling.Accepted;
import kz.aryz.triage.assignment.Ruling.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may be given a complaint, and by whom. Both must be people to whom the unit's queue is there, and whom the
 * complaint does not exclude. Stateless, pure.
 */
public final class Assigning {

    private Assigning() {}

    /**
     * A wish to give a complaint to somebody.
     *
     * @param actor who wants it
     * @param unit the queue in which they saw it
     * @param assignee who is to have it
     * @param expectedSeq position of the last event that they knew of
     */
    public record Wish(Person actor, String unit, Person assignee, long expectedSeq) {}

    /** Decides; {@code holding} is whose the complaint is now, empty where there is none. */
    public static Ruling decide(Wish wish, Optional<Holding> holding, Affiliation affiliation) {
        return refusal(wish, holding, affiliation).<Ruling>map(Refused::new).orElseGet(Accepted::new);
    }

    private static Optional<Refusal> refusal(Wish wish, Optional<Holding> present, Affiliation affiliation) {
        if (present.isEmpty() || !isThereFor(wish.actor(), wish.unit(), present.get(), affiliation)) {
            return Optional.of(Refusal.NOT_THERE);
        }
        Holding holding = present.get();
        if (!canBeGiven(holding, wish.assignee(), affiliation)) {
            return Optional.of(Refusal.NOT_OF_UNIT);
        }
        if (wish.assignee().pseudonym().equals(holding.assignee())) {
            return Optional.of(Refusal.ALREADY_THEIRS);
        }
        return wish.expectedSeq() == holding.seq() ? Optional.empty() : Optional.of(Refusal.CHANGED);
    }

    /** Whether the complaint is there for somebody to give. */
    public static boolean isThereFor(Person actor, String unit, Holding holding, Affiliation affiliation) {
        return unit.equals(holding.unit())
                && sight(actor, unit, affiliation) == Sight.ALL
                && may(affiliation.of(actor), Action.ASSIGN, holding, holding.assignee());
    }

    /** Whether somebody may be given what the unit has, as far as no complaint excludes them. */
    public static boolean worksIn(String unit, Person person, Affiliation affiliation) {
        return canBeGiven(Holding.ofNobody(unit), person, affiliation);
    }

    private static boolean canBeGiven(Holding holding, Person person, Affiliation affiliation) {
        return sight(person, holding.unit(), affiliation) != Sight.NOTHING
                && may(affiliation.of(person), Action.WORK_ON, holding, person.pseudonym());
    }

    private static boolean may(Person person, Action action, Holding holding, @Nullable String assignee) {
        return Access.decide(person, action, holding.facts(assignee)) instanceof Verdict.Allowed;
    }

    private static Sight sight(Person person, String unit, Affiliation affiliation) {
        QueueFacts queue = affiliation.queue(unit);
        return Access.sight(affiliation.of(person), queue);
    }
}
