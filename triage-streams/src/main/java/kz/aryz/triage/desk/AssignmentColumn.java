package kz.aryz.triage.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the queue page shows and offers about who works on each complaint.
 *
 * @param formToken what the forms carry; null where the reader gives nothing to anybody, and there are no forms
 * @param people who can be given the unit's complaints, by name
 */
public record AssignmentColumn(@Nullable String formToken, List<Choice> people) {

    public AssignmentColumn {
        people = List.copyOf(people);
    }

    /** Somebody who can be chosen. */
    public record Choice(String pseudonym, String name) {}

    /** Whether there are forms. */
    public boolean isOffered() {
        return formToken != null && !people.isEmpty();
    }

    /** Whether there would be forms if there were anybody to choose. */
    public boolean lacksPeople() {
        return formToken != null && people.isEmpty();
    }
}
