package kz.aryz.triage.assignment;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.access.Person;
import kz.aryz.access.QueueFacts;
import kz.aryz.reference.Reference;
import kz.aryz.schema.InvestigatorUnit;

/**
 * Who belongs where, by the reference data of a day.
 *
 * @param reference the release in use
 * @param today the day
 */
public record Affiliation(Reference reference, LocalDate today) {

    /** The person with the bodies of their units. */
    public Person of(Person person) {
        return person.of(person.units().stream()
                .flatMap(own -> reference.unit(own, today).stream())
                .map(InvestigatorUnit::getBodyCode)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The unit's queue. A unit that is no more has no kin: nobody but the Commissioner sees what it left behind. */
    public QueueFacts queue(String unit) {
        return new QueueFacts(
                unit,
                reference
                        .unit(unit, today)
                        .map(InvestigatorUnit::getBodyCode)
                        .flatMap(body -> reference.topLevel(body, today))
                        .<Set<String>>map(top -> reference.subtree(top, today))
                        .orElse(Set.of()));
    }
}
