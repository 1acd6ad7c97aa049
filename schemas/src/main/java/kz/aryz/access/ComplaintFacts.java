package kz.aryz.access;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * What decides who may know of a complaint.
 *
 * @param unit code of the unit that owns it
 * @param assignedTo pseudonym of the person who works on it; empty before the assignment
 * @param excludedBodies codes of all bodies that must not learn of it
 * @param held whether the Commissioner holds it, so that no unit has it
 */
public record ComplaintFacts(String unit, Optional<String> assignedTo, Set<String> excludedBodies, boolean held)
        implements Matter {

    public ComplaintFacts {
        excludedBodies = Set.copyOf(excludedBodies);
    }

    /** Who is of no known body may be of an accused one. */
    @Override
    public boolean excludes(Set<String> bodies) {
        return bodies.isEmpty() || !Collections.disjoint(excludedBodies, bodies);
    }
}
