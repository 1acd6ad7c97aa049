package kz.aryz.triage.desk;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.access.Access;
import kz.aryz.access.Person;
import kz.aryz.access.Sight;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.triage.assignment.Affiliation;

/** What each caller sees of a unit's queue. Which bodies units belong to is reference data, as it stands today. */
final class QueueSight {

    private final Supplier<Optional<Reference>> reference;
    private final Clock clock;

    QueueSight(Supplier<Optional<Reference>> reference, Clock clock) {
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * Where nobody signs in, everybody sees everything.
     *
     * @throws ProblemException while nobody can tell, because there is no release yet
     */
    Sight of(Caller caller, String unit) {
        return caller.person().map(person -> of(person, unit)).orElse(Sight.ALL);
    }

    private Sight of(Person person, String unit) {
        Affiliation affiliation = affiliation();
        return Access.sight(affiliation.of(person), affiliation.queue(unit));
    }

    /**
     * Who belongs where today.
     *
     * @throws ProblemException while nobody can tell
     */
    Affiliation affiliation() {
        return new Affiliation(release(), Reference.day(clock.instant()));
    }

    private Reference release() {
        return reference.get().orElseThrow(() -> ProblemException.retryAfter(ProblemType.UNAVAILABLE, QueueApi.PAUSE));
    }
}
