package kz.aryz.triage.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.aryz.access.Access;
import kz.aryz.access.Person;
import kz.aryz.access.QueueFacts;
import kz.aryz.access.Sight;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.schema.InvestigatorUnit;

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
        return caller.person().map(person -> of(person, unit, release())).orElse(Sight.ALL);
    }

    private Sight of(Person person, String unit, Reference release) {
        LocalDate today = Reference.day(clock.instant());
        Set<String> bodies = person.units().stream()
                .flatMap(own -> release.unit(own, today).stream())
                .map(InvestigatorUnit::getBodyCode)
                .collect(Collectors.toUnmodifiableSet());
        return Access.sight(person.of(bodies), new QueueFacts(unit, kin(unit, release, today)));
    }

    /** None for a unit that is no more: then nobody but the Commissioner sees what it left behind. */
    private static Set<String> kin(String unit, Reference release, LocalDate today) {
        return release.unit(unit, today)
                .map(InvestigatorUnit::getBodyCode)
                .flatMap(body -> release.topLevel(body, today))
                .<Set<String>>map(top -> release.subtree(top, today))
                .orElse(Set.of());
    }

    private Reference release() {
        return reference.get().orElseThrow(() -> ProblemException.retryAfter(ProblemType.UNAVAILABLE, QueueApi.PAUSE));
    }
}
