package kz.aryz.notifier.holding;

import java.util.List;
import java.util.Set;
import kz.aryz.runtime.streams.Answer;

/**
 * What is held in some of the partitions.
 *
 * @param answered the partitions that are in it
 * @param complaints in the order of the list
 */
record HeldSlice(Set<Integer> answered, List<HeldComplaint> complaints) implements Answer {

    HeldSlice {
        answered = Set.copyOf(answered);
        complaints = List.copyOf(complaints);
    }
}
