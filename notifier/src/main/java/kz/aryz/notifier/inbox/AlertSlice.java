package kz.aryz.notifier.inbox;

import java.util.List;
import java.util.Set;
import kz.aryz.runtime.streams.Answer;

/**
 * Alerts of some of the partitions.
 *
 * @param answered the partitions that are in it
 * @param alerts what they hold, in the order of the inbox
 */
public record AlertSlice(Set<Integer> answered, List<PlacedAlert> alerts) implements Answer {

    public AlertSlice {
        answered = Set.copyOf(answered);
        alerts = List.copyOf(alerts);
    }
}
