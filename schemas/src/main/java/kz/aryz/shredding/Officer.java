package kz.aryz.shredding;

import java.util.Set;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.access.Verdict;

/**
 * Who did something about a destruction, as the record says. Whether they could is asked anew of the rule of access, and not
 * believed of the record: a service that lets in whom it should not makes no approval that counts.
 *
 * @param role what let them
 * @param person what they were
 */
public record Officer(Role role, Person person) {

    static Officer of(String pseudonym, Role role, Set<String> units, Set<String> bodies) {
        return new Officer(role, new Person(pseudonym, Set.of(role), units, bodies));
    }

    boolean isCommissioners() {
        return role == Role.COMMISSIONER_OFFICER;
    }

    /** Whether they may do this with the complaint, by what is known of it now. Who is of no body may do nothing. */
    boolean may(Action action, ComplaintFacts complaint) {
        return !person.bodies().isEmpty() && Access.decide(person, action, complaint) instanceof Verdict.Allowed;
    }
}
