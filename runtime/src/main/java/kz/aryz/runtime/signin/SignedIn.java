package kz.aryz.runtime.signin;

import kz.aryz.access.Person;

/**
 * What a completed sign-in tells.
 *
 * @param person who it is
 * @param name what they are called on their own pages
 * @param proof how they proved it
 * @param idToken what the provider wants back when the session ends
 */
record SignedIn(Person person, String name, Proof proof, String idToken) {

    @Override
    public String toString() {
        return "SignedIn[person=" + person.pseudonym() + "]";
    }
}
