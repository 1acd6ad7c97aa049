package kz.aryz.runtime.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a service's variables, all read and checked at once. Immutable; shows no value. */
public final class Environment {
    private final Map<Variable<?>, Object> values;

    private Environment(Map<Variable<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads {@code variables} from {@code texts}. An empty text counts as not set.
     *
     * @throws ConfigurationException naming every variable that is missing or does not fit
     */
    public static Environment read(Map<String, String> texts, List<Variable<?>> variables) {
        Map<Variable<?>, Object> values = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Variable<?> variable : variables) {
            try {
                values.put(variable, value(variable, texts.get(variable.name())));
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Environment(values);
    }

    /** The value of a variable that was among those read. */
    public <T> T get(Variable<T> variable) {
        Object value = values.get(variable);
        if (value == null) {
            throw new IllegalArgumentException(variable + " is not among the variables that were read");
        }
        @SuppressWarnings("unchecked") // put under this variable, by its own format
        T typed = (T) value;
        return typed;
    }

    private static <T> T value(Variable<T> variable, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return fallback(variable);
        }
        try {
            return variable.format().parse().apply(text);
        } catch (ConfigurationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw problem(variable);
        }
    }

    private static <T> T fallback(Variable<T> variable) {
        T fallback = variable.fallback();
        if (fallback == null) {
            throw problem(variable);
        }
        return fallback;
    }

    private static ConfigurationException problem(Variable<?> variable) {
        return new ConfigurationException(
                List.of(variable.name() + ": " + variable.format().remedy()));
    }
}
