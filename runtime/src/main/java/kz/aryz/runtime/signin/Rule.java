package kz.aryz.runtime.signin;

import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.Matter;
import kz.aryz.access.Person;
import kz.aryz.access.Verdict;

/** Who may use a route. For everybody else it is not there. */
@FunctionalInterface
public interface Rule {

    /** Whether this person may. */
    boolean admits(Person person);

    /** Whoever may by both. */
    default Rule and(Rule other) {
        return person -> admits(person) && other.admits(person);
    }

    /** Whoever may do this with the system as a whole. */
    static Rule may(Action action) {
        return person -> Access.decide(person, action, Matter.WHOLE) instanceof Verdict.Allowed;
    }

    /** Whoever may do this with something; with what is for the handler to find out, by {@link Access} too. */
    static Rule maySomewhere(Action action) {
        return person -> Access.anywhere(person, action);
    }

    /** Whoever has signed in. */
    static Rule anyoneSignedIn() {
        return person -> true;
    }
}
