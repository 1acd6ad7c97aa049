package kz.aryz.runtime.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many entries of a list a request may ask for at once.
 *
 * @param usual where it does not say
 * @param most at most; least is one
 * @param problem what it hears that asks for another number
 */
public record Limit(int usual, int most, ProblemType problem) {

    /** More digits than any list has entries are not read as a number. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    /** The same of an instance that asks for others: the one more tells it whether there is a next page. */
    public Limit andOneMore() {
        return new Limit(usual, most + 1, problem);
    }

    /**
     * The number that the text is.
     *
     * @throws ProblemException if it is none, or out of bounds
     */
    public int of(@Nullable String text) {
        if (text == null) {
            return usual;
        }
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > most) {
            throw ProblemException.of(problem);
        }
        return limit;
    }
}
