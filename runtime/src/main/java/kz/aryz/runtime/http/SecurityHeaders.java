package kz.aryz.runtime.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every answer forbids the browser: foreign and inline code, framing, guessing of types, referrers, keeping. */
public final class SecurityHeaders {
    private static final String POLICY = "Content-Security-Policy";
    private static final String OWN_FORMS = "form-action 'self'";

    /** Pico draws its icons as {@code data:} images. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "object-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            OWN_FORMS,
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final Map<String, String> ALL = Map.of(
            POLICY,
            CONTENT_SECURITY_POLICY,
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "Cache-Control",
            "no-store");

    /** From here on for a year a browser comes over TLS alone (RFC 6797); for services that a proxy with TLS stands before. */
    private static final Map<String, String> OVER_TLS = Stream.concat(
                    ALL.entrySet().stream(),
                    Stream.of(Map.entry("Strict-Transport-Security", "max-age=31536000; includeSubDomains")))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private SecurityHeaders() {}

    /** The headers of every answer of a service that people reach over TLS or not. */
    static Map<String, String> of(boolean overTls) {
        return overTls ? OVER_TLS : ALL;
    }

    /** Forms of this answer may lead on to the site of {@code place}: browsers hold a form's redirects to the policy too. */
    public static void allowForms(Context ctx, URI place) {
        String site = place.getScheme() + "://" + place.getRawAuthority();
        ctx.header(POLICY, CONTENT_SECURITY_POLICY.replace(OWN_FORMS, OWN_FORMS + ' ' + site));
    }

    /** A page of another site cannot make its reader's browser change anything here (Fetch Metadata). */
    static void refuseForeignChange(Context ctx) {
        if (!SAFE.contains(ctx.method()) && FOREIGN.contains(fetchSite(ctx))) {
            throw ProblemException.of(ProblemType.CROSS_SITE);
        }
    }

    /** Empty for a client that is not a browser. */
    private static String fetchSite(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        return site == null ? "" : site;
    }
}
