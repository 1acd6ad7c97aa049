package kz.aryz.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.id.DeterministicId;

/**
 * Somebody who has signed in.
 *
 * @param pseudonym stands for the person in records; the same in every service
 * @param roles what they are to Aryz
 * @param units codes of the units that they work in
 * @param bodies codes of the bodies that they belong to, those of their units included
 */
public record Person(String pseudonym, Set<Role> roles, Set<String> units, Set<String> bodies) {

    private static final String COMMISSIONER = "COMMISSIONER";

    public Person {
        Set<Role> ordered = EnumSet.noneOf(Role.class);
        ordered.addAll(roles);
        roles = Collections.unmodifiableSet(ordered);
        units = Set.copyOf(units);
        bodies = Set.copyOf(bodies);
    }

    /** The pseudonym of whom an identity provider knows as {@code subject}: only the provider can tell who it is. */
    public static String pseudonym(String issuer, String subject) {
        return DeterministicId.of("person", issuer, subject);
    }

    /** The same person, known to belong to more bodies. */
    public Person of(Set<String> more) {
        Set<String> all = new HashSet<>(bodies);
        all.addAll(more);
        return new Person(pseudonym, roles, units, all);
    }

    /** Whether one of their roles bars them from every complaint. */
    boolean isBlind() {
        return roles.stream().anyMatch(Role::isBlind);
    }

    /**
     * Who belongs to another body, or works in a unit of one, acts neither for the Commissioner nor as auditor of what was done with
     * all complaints, some of which may be about that body, whatever a provider says. Nor does anybody of whom it does not say that
     * they are the Commissioner's: they may be of any.
     */
    boolean actsAs(Role role) {
        return switch (role) {
            case COMMISSIONER_OFFICER ->
                bodies.equals(Set.of(COMMISSIONER)) && Set.of(COMMISSIONER).containsAll(units);
            case AUDITOR -> bodies.equals(Set.of(COMMISSIONER)) && units.isEmpty();
            default -> true;
        };
    }

    /** Where they work as far as Aryz believes it: nobody of another body works in the Commissioner's own unit. */
    Set<String> workplaces() {
        return isOfTheCommissionerAlone()
                ? units
                : units.stream().filter(unit -> !unit.equals(COMMISSIONER)).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isOfTheCommissionerAlone() {
        return Set.of(COMMISSIONER).containsAll(bodies);
    }
}
