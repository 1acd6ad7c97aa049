package kz.aryz.triage.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.aryz.access.Access;
import kz.aryz.access.Person;
import kz.aryz.access.Sight;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.Lookup;
import kz.aryz.dossier.opening.Readership;
import kz.aryz.triage.assignment.Affiliation;
import kz.aryz.triage.assignment.Holding;

/**
 * Complaints as the desk lists them: for whom a queue is not there, none of its complaints is. Dossiers are read from the log by
 * an application of their own, which may lag behind the register or begin anew; where the two do not say alike whose a complaint
 * is, there is none, so that nobody reads what was theirs once.
 */
final class DeskReadership implements Readership {

    private final Function<String, Lookup> dossiers;
    private final DeskQueues queues;
    private final QueueSight sight;

    /** @param dossiers finds one */
    DeskReadership(Function<String, Lookup> dossiers, DeskQueues queues, QueueSight sight) {
        this.dossiers = dossiers;
        this.queues = queues;
        this.sight = sight;
    }

    @Override
    public Lookup find(String complaintId) {
        Lookup dossier = dossiers.apply(complaintId);
        Optional<List<Holding>> register = queues.find(complaintId);
        return register.map(holdings -> agreed(dossier, holdings.stream().findFirst()))
                .orElseGet(Lookup.Unanswered::new);
    }

    /** Where nobody has decided there is no holding, and no owner. */
    static Lookup agreed(Lookup dossier, Optional<Holding> holding) {
        return dossier instanceof Lookup.Found found
                        && !agree(Optional.ofNullable(found.dossier().owner()), holding)
                ? new Lookup.Unknown()
                : dossier;
    }

    private static boolean agree(Optional<Dossier.Owner> owner, Optional<Holding> holding) {
        return owner.map(Dossier.Owner::unit).equals(holding.map(Holding::unit))
                && owner.map(Dossier.Owner::assignee).equals(holding.map(Holding::assignee));
    }

    @Override
    public Reader reader(Person person) {
        Affiliation affiliation = sight.affiliation();
        Person known = affiliation.of(person);
        return new Reader(known, dossier -> Access.sight(known, affiliation.queue(unit(dossier))) != Sight.NOTHING);
    }

    private static String unit(Dossier dossier) {
        return dossier.subject().facts().unit();
    }
}
