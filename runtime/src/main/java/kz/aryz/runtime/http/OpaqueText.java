package kz.aryz.runtime.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What callers take from one answer and send with their next request, without knowing what it says. */
public final class OpaqueText {

    private OpaqueText() {}

    /** As letters, digits, dashes and underscores. */
    public static String of(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What it says; empty where it was not made by {@link #of}. Anybody can make one: what it says is still to be checked. */
    public static Optional<String> read(String opaque) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
