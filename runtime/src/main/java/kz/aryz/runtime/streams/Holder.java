package kz.aryz.runtime.streams;

import java.util.Set;

/**
 * An instance and the partitions it works on.
 *
 * @param contents how to ask it
 * @param partitions what to ask it for
 */
public record Holder<S>(S contents, Set<Integer> partitions) {

    public Holder {
        partitions = Set.copyOf(partitions);
    }
}
