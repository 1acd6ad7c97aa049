package kz.aryz.dossier.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/** An open section in words: each field under its name in the reader's language, none left out; of codes, what they mean. */
final class ShownSection {

    private final ResourceBundle labels;
    private final ResourceBundle texts;
    private final CodeWords words;
    private final UnaryOperator<String> times;

    /**
     * @param labels of fields, by their names in the schema
     * @param times from ISO 8601 to what people read
     */
    ShownSection(ResourceBundle labels, ResourceBundle texts, CodeWords words, UnaryOperator<String> times) {
        this.labels = labels;
        this.texts = texts;
        this.words = words;
        this.times = times;
    }

    List<ShownField> of(Map<?, ?> content) {
        return content.entrySet().stream()
                .map(field -> field(String.valueOf(field.getKey()), field.getValue()))
                .toList();
    }

    private ShownField field(String name, Object value) {
        String label = labels.containsKey(name) ? labels.getString(name) : name;
        return switch (value) {
            case Map<?, ?> inner -> ShownField.of(label, of(inner));
            case List<?> list -> list(name, label, list);
            case Boolean truth -> ShownField.of(label, texts.getString(truth ? "yes" : "no"));
            default -> ShownField.of(label, text(name, value));
        };
    }

    private String text(String name, Object value) {
        return name.equals("instant") ? times.apply(value.toString()) : words.of(name, value.toString());
    }

    private ShownField list(String name, String label, List<?> list) {
        return list.stream().anyMatch(Map.class::isInstance)
                ? ShownField.of(label, entries(list))
                : ShownField.texts(
                        label, list.stream().map(value -> text(name, value)).toList());
    }

    private List<ShownField> entries(List<?> list) {
        List<ShownField> entries = new ArrayList<>();
        for (Object entry : list) {
            String number = String.valueOf(entries.size() + 1);
            entries.add(entry instanceof Map<?, ?> inner ? ShownField.of(number, of(inner)) : field(number, entry));
        }
        return entries;
    }
}
