package kz.aryz.dossier.opening;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form as somebody filled it in, whatever it lacks.
 *
 * @param <F> its own type
 */
public interface FilledIn<F extends FilledIn<F>> {

    /** Key of what is said to whoever has signed in anew since the form was shown. */
    String RETURNED = "why.returned";

    /** Why it was not done, as the key of a text; empty where it was not tried. */
    Optional<String> why();

    /** The same, not done for that reason: the key of a text. */
    F because(String text);

    /** Whether it was not tried at all. */
    default boolean isUntried() {
        return why().filter(text -> !text.equals(RETURNED)).isEmpty();
    }

    /** What stands in a field; empty where it came more than once, or not at all. */
    static String field(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }
}
