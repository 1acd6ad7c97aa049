package kz.aryz.runtime.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An environment variable: what it is called, what it means, how it is read.
 *
 * @param shownDefault what documentation shows as the default; empty means that the variable must be set
 * @param fallback the value without the variable; null means that it must be set
 */
public record Variable<T>(
        String name,
        String meaning,
        String shownDefault,
        Format<T> format,
        @Nullable T fallback) {

    public static <T> Variable<T> required(String name, String meaning, Format<T> format) {
        return new Variable<>(name, meaning, "", format, null);
    }

    /** The default is given as an operator would write it, so that documentation and code cannot differ. */
    public static <T> Variable<T> withDefault(String name, String meaning, String text, Format<T> format) {
        return new Variable<>(name, meaning, text, format, format.parse().apply(text));
    }

    /** {@code otherwise} says what happens without it. */
    public static <T> Variable<Optional<T>> optional(String name, String meaning, String otherwise, Format<T> format) {
        Format<Optional<T>> present =
                new Format<>(format.remedy(), text -> Optional.of(format.parse().apply(text)));
        return new Variable<>(name, meaning, otherwise, present, Optional.empty());
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return name;
    }
}
