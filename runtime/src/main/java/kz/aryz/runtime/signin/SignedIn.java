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
 * @param refreshToken what the provider can be asked with whether that still holds; empty where it cannot
 */
record SignedIn(
        Person person,
        String name,
        Proof proof,
        Optional<String> session,
        String idToken,
        Optional<String> refreshToken) {

    boolean isSamePerson(SignedIn other) {
        return person.pseudonym().equals(other.person.pseudonym());
    }

    /** With what the provider says later of the same person, who has proved nothing since. */
    SignedIn confirmedBy(SignedIn later) {
        return new SignedIn(
                later.person, later.name, proof, session, later.idToken, later.refreshToken.or(() -> refreshToken));
    }

    @Override
    public String toString() {
        return "SignedIn[person=" + person.pseudonym() + "]";
    }
}
