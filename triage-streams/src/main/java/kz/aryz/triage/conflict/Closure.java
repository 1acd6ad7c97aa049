package kz.aryz.triage.conflict;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The bodies that must not learn of a complaint. Immutable.
 *
 * @param accused top-level bodies that are accused by name, as known to the reference data
 * @param bodies codes of all excluded bodies: whole top-level bodies, accused and presumed
 * @param accusesStrangers whether somebody is named by a word that the reference data does not know, and so may be of any body
 * @param rules ids of the rules that led here, in order
 */
public record Closure(
        NavigableSet<String> accused, NavigableSet<String> bodies, boolean accusesStrangers, List<String> rules) {

    public Closure {
        accused = Collections.unmodifiableNavigableSet(new TreeSet<>(accused));
        bodies = Collections.unmodifiableNavigableSet(new TreeSet<>(bodies));
        rules = List.copyOf(rules);
    }

    /** Whether one of these top-level bodies is accused by name. */
    public boolean accuses(Collection<String> topLevelBodies) {
        return topLevelBodies.stream().anyMatch(accused::contains);
    }
}
