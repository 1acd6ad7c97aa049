package kz.aryz.runtime.streams;

import java.util.Set;

/** What one instance answered. */
public interface Answer {

    /** The partitions that are in it. */
    Set<Integer> answered();
}
