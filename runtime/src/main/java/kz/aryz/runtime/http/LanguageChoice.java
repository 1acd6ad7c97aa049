package kz.aryz.runtime.http;

import io.javalin.config.Key;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.aryz.runtime.config.ServiceConfig;
import org.jspecify.annotations.Nullable;

/**
 * Which language an answer is in: the query parameter {@code lang}, which is remembered in a cookie of that name where somebody
 * follows a link to it, or presses a button that does no more than that; else the cookie; else {@code Accept-Language}; else the
 * service's default. Forms name the language that they are in, so that whoever keeps no cookies is answered in it; that leaves no
 * cookie behind. All services of a host share the cookie.
 */
public final class LanguageChoice {
    /** Of the parameter, and of the cookie. */
    static final String NAME = "lang";

    /** Where a server keeps the cookie. */
    static final Key<ServiceCookie> COOKIE = new Key<>("aryz.language");

    private static final String ASKED = "kz.aryz.language.asked";
    private static final String CHOSEN = "kz.aryz.language";
    private static final int REMEMBERED_SECONDS = (int) Duration.ofDays(365).toSeconds();
    private static final List<String> CODES =
            Arrays.stream(Language.values()).map(Language::code).toList();

    private LanguageChoice() {}

    static ServiceCookie cookie(ServiceConfig config) {
        return ServiceCookie.shared(config, NAME, REMEMBERED_SECONDS);
    }

    /** The language of a page. */
    public static Language of(Context ctx) {
        return ctx.attributeOrCompute(CHOSEN, unset -> Language.KAZAKH);
    }

    /** The language that the client asked for; programs that say nothing of it get English. */
    static Language ofProgram(Context ctx) {
        return ctx.attributeOrCompute(ASKED, unset -> Language.ENGLISH);
    }

    /** Remembers the language of this answer, as a link to it would: for a form that was sent to be read in that language. */
    public static void remember(Context ctx) {
        remember(ctx, of(ctx));
    }

    /** Decides for this request, before anything is answered. */
    static void decide(Context ctx, Language otherwise) {
        Optional<Language> named = Language.of(query(ctx.queryString()));
        if (ctx.method().equals(HandlerType.GET)) {
            named.ifPresent(language -> remember(ctx, language));
        }
        Optional<Language> asked = named.or(() -> remembered(ctx)).or(() -> accepted(ctx));
        asked.ifPresent(language -> ctx.attribute(ASKED, language));
        ctx.attribute(CHOSEN, asked.orElse(otherwise));
        ctx.header("Vary", "Accept-Language, Cookie");
    }

    /** Read by hand: a query that cannot be decoded is no reason to fail before the route is known. */
    private static @Nullable String query(@Nullable String query) {
        return query == null
                ? null
                : Arrays.stream(query.split("&", -1))
                        .filter(pair -> pair.startsWith(NAME + "="))
                        .map(pair -> pair.substring(NAME.length() + 1))
                        .reduce(null, (earlier, later) -> later);
    }

    private static void remember(Context ctx, Language language) {
        ctx.appData(COOKIE).set(ctx, language.code());
    }

    private static Optional<Language> remembered(Context ctx) {
        return Language.of(ctx.appData(COOKIE).of(ctx));
    }

    private static Optional<Language> accepted(Context ctx) {
        String header = ctx.header("Accept-Language");
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Language.of(Locale.lookupTag(Locale.LanguageRange.parse(header), CODES));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
