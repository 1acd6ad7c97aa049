package kz.aryz.triage.desk;

import java.util.Map;
import java.util.Set;
import kz.aryz.runtime.streams.Answer;

/**
 * How many complaints lie in each queue, in some of the partitions.
 *
 * @param answered the partitions that are counted
 * @param open complaints by unit; a unit with none may be missing
 */
public record Counts(Set<Integer> answered, Map<String, Long> open) implements Answer {

    public Counts {
        answered = Set.copyOf(answered);
        open = Map.copyOf(open);
    }
}
