package kz.aryz.dossier;

import java.util.Map;
import java.util.Set;
import kz.aryz.runtime.streams.Answer;

/**
 * What an instance knows of data keys of a complaint.
 *
 * @param answered the partition of the complaint where the instance works on it; none otherwise
 * @param keys by their references
 */
record KeysSlice(Set<Integer> answered, Map<String, KeyPlace> keys) implements Answer {

    static final KeysSlice NOT_HERE = new KeysSlice(Set.of(), Map.of());

    KeysSlice {
        answered = Set.copyOf(answered);
        keys = Map.copyOf(keys);
    }
}
