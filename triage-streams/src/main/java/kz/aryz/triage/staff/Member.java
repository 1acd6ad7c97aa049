package kz.aryz.triage.staff;

import kz.aryz.access.Person;

/**
 * Somebody who can be given complaints.
 *
 * @param person who they are to Aryz, as they were when they last came
 * @param name what they are called
 */
public record Member(Person person, String name) {

    public String pseudonym() {
        return person.pseudonym();
    }

    @Override
    public String toString() {
        return "Member[" + pseudonym() + "]";
    }
}
