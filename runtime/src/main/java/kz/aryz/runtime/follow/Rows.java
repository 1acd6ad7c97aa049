package kz.aryz.runtime.follow;

import org.jspecify.annotations.Nullable;

/** Takes the rows of a topic, each partition's in order. */
@FunctionalInterface
public interface Rows<V> {

    /** Takes one; {@code value} is null where the key is deleted. */
    void take(String key, @Nullable V value);
}
