package kz.aryz.dossier;

import java.util.List;
import java.util.Set;
import kz.aryz.runtime.streams.Answer;

/**
 * Where some of the records about a complaint lie, as far as an instance knows.
 *
 * @param answered the partition of the complaint where the instance works on it; none otherwise
 */
record StretchSlice(Set<Integer> answered, Stretch stretch) implements Answer {

    static final StretchSlice NOT_HERE = new StretchSlice(Set.of(), new Stretch(List.of(), false));

    StretchSlice {
        answered = Set.copyOf(answered);
    }
}
