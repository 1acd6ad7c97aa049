package kz.aryz.dossier;

import java.util.Set;
import kz.aryz.runtime.streams.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What an instance holds about a complaint.
 *
 * @param answered the partition of the complaint where the instance works on it; none otherwise
 * @param dossier null where it has none
 */
public record DossierSlice(Set<Integer> answered, @Nullable Dossier dossier) implements Answer {

    static final DossierSlice NOT_HERE = new DossierSlice(Set.of(), null);

    public DossierSlice {
        answered = Set.copyOf(answered);
    }
}
