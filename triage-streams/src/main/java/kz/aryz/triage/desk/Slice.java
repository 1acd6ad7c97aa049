package kz.aryz.triage.desk;

import java.util.List;
import java.util.Set;
import kz.aryz.runtime.streams.Answer;

/**
 * The head of a unit's queue in some of the partitions.
 *
 * @param answered the partitions that are in it
 * @param entries what they hold, in the order of work
 */
public record Slice(Set<Integer> answered, List<QueueEntry> entries) implements Answer {

    public Slice {
        answered = Set.copyOf(answered);
        entries = List.copyOf(entries);
    }
}
