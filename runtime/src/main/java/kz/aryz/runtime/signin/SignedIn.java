package kz.aryz.runtime.signin;

import java.util.Optional;
import kz.aryz.access.Person;

/**
 * What a completed sign-in tells.
 *
 * @param person who it is
 * @param name what they are called on their own pages
 * @param proof how they proved it
 * @param session what the provider calls the session in which they did; empty where it does not say
 * @param idToken what the provider wants back when the session ends
 */
record SignedIn(Person person, String name, Proof proof, Optional<String> session, String idToken) {

    @Override
    public String toString() {
        return "SignedIn[person=" + person.pseudonym() + "]";
    }
}
