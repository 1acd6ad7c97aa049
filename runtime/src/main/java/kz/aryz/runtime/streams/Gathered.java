package kz.aryz.runtime.streams;

import java.util.List;

/**
 * What all instances answered.
 *
 * @param answers of those who answered in time
 * @param partial whether a partition is in none of them: the whole may hold more
 */
public record Gathered<A>(List<A> answers, boolean partial) {

    public Gathered {
        answers = List.copyOf(answers);
    }

    /** Whether nobody answered for anything. */
    public boolean isEmpty() {
        return answers.isEmpty();
    }
}
