package kz.aryz.runtime.config;

import java.util.List;

/** The configuration is not usable; every problem names a variable and the remedy, and never repeats a value. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public ConfigurationException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence per problem, {@code NAME: remedy}. */
    public List<String> problems() {
        return problems;
    }
}
