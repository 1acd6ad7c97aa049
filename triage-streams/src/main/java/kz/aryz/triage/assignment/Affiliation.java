package kz.aryz.triage.assignment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String COMMISSIONER = "COMMISSIONER";

    /** The person with the bodies of their units. */
    public Person of(Person person) {
        return person.of(person.units().stream()
                .flatMap(own -> reference.unit(own, today).stream())
                .map(InvestigatorUnit::getBodyCode)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * The unit's queue. A unit that is no more has no kin: nobody but the Commissioner's officers sees what it left behind. Nor has
     * the Commissioner's own: what nobody else may have comes into it, be it about the Commissioner's office itself.
     */
    public QueueFacts queue(String unit) {
        return new QueueFacts(unit, unit.equals(COMMISSIONER) ? Set.of() : kin(unit));
    }

    private Set<String> kin(String unit) {
        Set<String> kin = new HashSet<>(whole(unit, today));
        for (LocalDate day : days(unit)) {
            Set<String> then = whole(unit, day);
            kin.removeIf(body -> !then.contains(body) && isKnownBy(body, day));
        }
        return kin;
    }

    /**
     * Until today, one day for each body that the unit was of and each shape of the tree of bodies. What was routed to it on such a
     * day excludes nobody in its whole body of then, and nobody who came to be later.
     */
    private List<LocalDate> days(String unit) {
        return Stream.concat(
                        reference.bodyTreeShapes(LocalDate.EPOCH, today).stream(),
                        reference.unitsDuring(unit, LocalDate.EPOCH, today).stream()
                                .map(InvestigatorUnit::getValidFrom))
                .filter(day -> reference.unit(unit, day).isPresent())
                .toList();
    }

    private boolean isKnownBy(String body, LocalDate day) {
        return !reference.bodiesDuring(body, LocalDate.EPOCH, day).isEmpty();
    }

    /** The unit's body, up to its top and down again; empty where there is no such unit on that day. */
    private Set<String> whole(String unit, LocalDate day) {
        return reference
                .unit(unit, day)
                .flatMap(known -> reference.topLevel(known.getBodyCode(), day))
                .<Set<String>>map(top -> reference.subtree(top, day))
                .orElse(Set.of());
    }
}
