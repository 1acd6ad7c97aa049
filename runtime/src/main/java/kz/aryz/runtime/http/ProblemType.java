package kz.aryz.runtime.http;

import java.net.URI;
import java.util.List;
import java.util.ResourceBundle;

/**
 * A kind of problem (RFC 9457): its stable name, its status, and its texts in every language. The texts stand in the
 * resource bundle as {@code <code>.title} and {@code <code>.detail}; the detail says what to do next.
 *
 * @param code part of the type's URI, for ever
 * @param bundle base name of the bundle; English is its root
 */
public record ProblemType(String code, int status, String bundle) {
    private static final String OWN = "kz.aryz.runtime.http.problems";

    public static final ProblemType BAD_REQUEST = new ProblemType("bad-request", 400, OWN);
    public static final ProblemType CROSS_SITE = new ProblemType("cross-site", 403, OWN);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, OWN);
    public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType("method-not-allowed", 405, OWN);
    public static final ProblemType TOO_SLOW = new ProblemType("too-slow", 408, OWN);
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", 413, OWN);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType("unsupported-media-type", 415, OWN);
    public static final ProblemType HEADERS_TOO_LARGE = new ProblemType("headers-too-large", 431, OWN);
    public static final ProblemType INTERNAL_ERROR = new ProblemType("internal-error", 500, OWN);
    public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", 503, OWN);

    /** Of {@code 503} too: others' bodies leave no room for this one. */
    public static final ProblemType BUSY = new ProblemType("busy", 503, OWN);

    private static final List<ProblemType> COMMON = List.of(
            BAD_REQUEST,
            CROSS_SITE,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            TOO_SLOW,
            TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            HEADERS_TOO_LARGE,
            INTERNAL_ERROR,
            UNAVAILABLE);

    /** The common type for a status; a status without one keeps its number. */
    static ProblemType ofStatus(int status) {
        return COMMON.stream()
                .filter(type -> type.status() == status)
                .findFirst()
                .orElseGet(() -> new ProblemType(status < 500 ? "bad-request" : "internal-error", status, OWN));
    }

    /** The identifier that clients may compare. */
    public URI uri() {
        return URI.create("urn:aryz:problem:" + code);
    }

    public String title(Language language) {
        return text(language, ".title");
    }

    public String detail(Language language) {
        return text(language, ".detail");
    }

    /** The words of a page's link to the first page. */
    static String home(Language language) {
        return texts(OWN, language).getString("home");
    }

    private String text(Language language, String part) {
        return texts(bundle, language).getString(code + part);
    }

    private static ResourceBundle texts(String bundle, Language language) {
        return language.texts(bundle);
    }
}
