package kz.aryz.triage.desk;

import kz.aryz.access.Access;
import kz.aryz.access.Person;
import kz.aryz.access.Sight;
import kz.aryz.runtime.destruction.Candidates;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.triage.assignment.Affiliation;
import kz.aryz.triage.assignment.Holding;

/** The complaints of a unit, for whoever watches over its work: those of queues that are there for them as a whole. */
final class Supervision implements Candidates {

    private final DeskQueues queues;
    private final QueueSight sight;

    Supervision(DeskQueues queues, QueueSight sight) {
        this.queues = queues;
        this.sight = sight;
    }

    @Override
    public Candidate find(Person person, String complaintId) {
        Affiliation affiliation = sight.affiliation();
        Person whole = affiliation.of(person);
        return queues
                .find(complaintId)
                .orElseThrow(() -> ProblemException.retryAfter(ProblemType.UNAVAILABLE, QueueApi.PAUSE))
                .stream()
                .findFirst()
                .filter(holding -> Access.sight(whole, affiliation.queue(holding.unit())) == Sight.ALL)
                .map(Holding::facts)
                .map(facts -> new Candidate(whole, facts))
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }
}
