package kz.aryz.triage.desk;

import java.util.List;
import java.util.Set;
import kz.aryz.runtime.streams.Answer;
import kz.aryz.triage.assignment.Holding;

/**
 * What some of the partitions know of a complaint.
 *
 * @param answered the partitions that were asked and could hold it
 * @param found whose it is; at most one, none where there is no such complaint
 */
public record Findings(Set<Integer> answered, List<Holding> found) implements Answer {

    public Findings {
        answered = Set.copyOf(answered);
        found = List.copyOf(found);
    }
}
