package kz.aryz.intake.form;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.aryz.runtime.http.Language;

/**
 * What somebody has typed into the form, by field; shown again when it could not be stored. Immutable; {@code toString} tells
 * nothing of it.
 */
public record Typed(Map<String, List<String>> fields) {

    /** Field with the language that it was sent in, where nobody knows whether it is safe. */
    public static final String SENT_IN = "sentIn";

    /** Field that says what is to become of it other than being handed in. */
    public static final String TO = "to";

    private static final String CLIENT_ID = "clientId";

    public Typed {
        fields = Map.copyOf(fields);
    }

    /** An empty form under a client id of its own. */
    public static Typed nothing() {
        return new Typed(Map.of(CLIENT_ID, List.of(UUID.randomUUID().toString())));
    }

    /** All but these fields. */
    public Typed without(Collection<String> names) {
        return where(name -> !names.contains(name));
    }

    /** These fields alone. */
    public Typed only(Collection<String> names) {
        return where(names::contains);
    }

    /** An empty form under a client id of its own, but for these fields, which are as they were. */
    public Typed anew(Collection<String> names) {
        Map<String, List<String>> kept = new HashMap<>(only(names).fields);
        kept.putAll(nothing().fields);
        return new Typed(kept);
    }

    private Typed where(Predicate<String> names) {
        return new Typed(fields.entrySet().stream()
                .filter(field -> names.test(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** By which a second click is told from a second complaint. */
    public String clientId() {
        return value(CLIENT_ID);
    }

    /** Whether it came to be shown in another language, and not to be handed in. */
    public boolean changesLanguage() {
        return has(TO, "language");
    }

    /** Whether it was typed at a terminal in a facility. */
    public boolean isFromTerminal() {
        return has(CallFields.CHANNEL, CallFields.TERMINAL);
    }

    /**
     * The language of the complaint: that of the page, but where nobody knows whether it is safe the one that it was sent in, so that
     * it says the same if it was.
     *
     * @param shown that of the page
     */
    public Language sentIn(Language shown) {
        return Language.of(value(SENT_IN)).orElse(shown);
    }

    /** What was typed into the field; empty where nothing was. */
    public String value(String field) {
        return values(field).stream().findFirst().orElse("");
    }

    /** All that was typed or chosen in it. */
    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The longest text of all. */
    String longest() {
        return fields.values().stream()
                .flatMap(List::stream)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** The fields that came, in the order of their names. */
    public List<String> names() {
        return fields.keySet().stream().sorted().toList();
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
