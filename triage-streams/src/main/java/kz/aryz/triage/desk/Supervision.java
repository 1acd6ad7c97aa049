package kz.aryz.triage.desk;

import java.util.Optional;
import kz.aryz.access.Access;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Person;
import kz.aryz.access.Sight;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.destruction.Candidates;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.triage.assignment.Affiliation;

/** The complaints of a unit, for whoever watches over its work: those of queues that are there for them as a whole. */
final class Supervision implements Candidates {

    private final DeskQueues queues;
    private final QueueSight sight;

    Supervision(DeskQueues queues, QueueSight sight) {
        this.queues = queues;
        this.sight = sight;
    }

    @Override
    public Optional<Candidate> find(Person person, String complaintId) {
        Affiliation affiliation = sight.affiliation();
        return queues
                .find(complaintId)
                .orElseThrow(() -> ProblemException.retryAfter(ProblemType.UNAVAILABLE, QueueApi.PAUSE))
                .stream()
                .findFirst()
                .flatMap(holding -> candidate(affiliation, person, holding.facts()));
    }

    @Override
    public Optional<Candidate> of(Person person, Dossier dossier) {
        return candidate(sight.affiliation(), person, dossier.subject().facts());
    }

    private static Optional<Candidate> candidate(Affiliation affiliation, Person person, ComplaintFacts facts) {
        Person whole = affiliation.of(person);
        return Access.sight(whole, affiliation.queue(facts.unit())) == Sight.ALL
                ? Optional.of(new Candidate(whole, facts))
                : Optional.empty();
    }
}
