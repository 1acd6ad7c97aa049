package kz.aryz.intake.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header): a quoted string; quotes may be missing. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final String QUOTE = "\"";

    private IdempotencyKey() {}

    /** The key in the header; empty where there is none in it. */
    static Optional<String> of(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .map(IdempotencyKey::unquoted)
                .filter(key -> !key.isBlank());
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith(QUOTE) && text.endsWith(QUOTE)
                ? text.substring(1, text.length() - 1).replaceAll("\\\\([\"\\\\])", "$1")
                : text;
    }
}
