package kz.aryz.intake.log;

import org.jspecify.annotations.Nullable;

/** Takes in the records of a topic, each once, in the order of its partition. Called by one thread. */
public interface Rows<V> {

    /** A record; null deletes the key. */
    void row(int partition, long offset, String key, @Nullable V value);

    /** All records of the partition below the position have been taken in. */
    default void reached(int partition, long position) {}
}
