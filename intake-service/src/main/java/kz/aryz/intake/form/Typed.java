package kz.aryz.intake.form;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody has typed into the form, by field; shown again when it could not be stored. Immutable; {@code toString} tells
 * nothing of it.
 */
public record Typed(Map<String, List<String>> fields) {

    private static final String CLIENT_ID = "clientId";

    public Typed {
        fields = Map.copyOf(fields);
    }

    /** An empty form under a client id of its own. */
    static Typed nothing() {
        return new Typed(Map.of(CLIENT_ID, List.of(UUID.randomUUID().toString())));
    }

    /** By which a second click is told from a second complaint. */
    public String clientId() {
        return value(CLIENT_ID);
    }

    /** What was typed into the field; empty where nothing was. */
    public String value(String field) {
        return values(field).stream().findFirst().orElse("");
    }

    List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The longest text of all. */
    String longest() {
        return fields.values().stream()
                .flatMap(List::stream)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** Whether that choice of the field was taken. */
    public boolean has(String field, String choice) {
        return values(field).contains(choice);
    }

    /** Whether anything was typed into one of the fields. */
    public boolean hasAny(String... names) {
        return Arrays.stream(names).flatMap(name -> values(name).stream()).anyMatch(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "Typed[redacted]";
    }
}
