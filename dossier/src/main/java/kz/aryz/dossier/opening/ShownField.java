package kz.aryz.dossier.opening;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A field of an open section on the page. It is content, and left out of {@link #toString()}.
 *
 * @param label what it is, in the reader's language
 * @param text what stands in it; empty where there are inner fields
 * @param inner fields of a record, entries of a list
 */
public record ShownField(String label, String text, List<ShownField> inner) {

    public ShownField {
        inner = List.copyOf(inner);
    }

    static ShownField of(String label, List<ShownField> inner) {
        return new ShownField(label, "", inner);
    }

    static ShownField of(String label, String text) {
        return new ShownField(label, text, List.of());
    }

    /** Entries of a list that are all texts, in one field. */
    static ShownField texts(String label, List<String> texts) {
        return of(label, texts.stream().collect(Collectors.joining("\n")));
    }

    @Override
    public String toString() {
        return "ShownField[" + label + "]";
    }
}
