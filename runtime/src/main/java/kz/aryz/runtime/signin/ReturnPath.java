package kz.aryz.runtime.signin;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where to go after the sign-in: an address of this service, never of another one. */
final class ReturnPath {
    static final String HOME = "/";

    private static final int LONGEST = 1_000;

    private ReturnPath() {}

    /** {@code text} where it is a path of this service, with or without a query; else the first page. */
    static String of(@Nullable String text) {
        return of(text, HOME);
    }

    /** The same, with another page than the first for what is no such path. */
    static String of(@Nullable String text, String otherwise) {
        return text != null && isLocal(text) ? text : otherwise;
    }

    /** Browsers read a backslash as a slash, and two slashes as the beginning of a host. */
    private static boolean isLocal(String text) {
        if (text.length() > LONGEST || !text.startsWith("/") || text.startsWith("//") || text.indexOf('\\') >= 0) {
            return false;
        }
        try {
            URI uri = URI.create(text);
            return !uri.isAbsolute() && uri.getRawAuthority() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
