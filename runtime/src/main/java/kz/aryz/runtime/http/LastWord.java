package kz.aryz.runtime.http;

import io.javalin.config.Key;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import kz.aryz.id.DeterministicId;
import kz.aryz.runtime.config.ServiceConfig;

/**
 * What became of a form: said once, at the place that its answer leads to, and at no other. It goes there in a cookie, which the
 * service alone sets: no link that somebody else made can have a page say that something is on record. The cookie is a hash of place
 * and word.
 */
public final class LastWord {

    /** Where a server keeps the cookie. */
    static final Key<ServiceCookie> COOKIE = new Key<>("aryz.last-word");

    private static final int SECONDS = (int) Duration.ofMinutes(1).toSeconds();

    private LastWord() {}

    static ServiceCookie cookie(ServiceConfig config) {
        return new ServiceCookie(config, "last-word", SECONDS);
    }

    /** Answers a form: leads to that place on a page of this service, which is to say that word. */
    public static void lead(Context ctx, String place, Enum<?> word) {
        ctx.appData(COOKIE).set(ctx, text(place, word));
        ctx.redirect(place, HttpStatus.SEE_OTHER);
    }

    /**
     * Which of these words that place is to say to whoever opens its page; empty where none. It is said by that. A page that comes
     * back as the answer to a form, or loads itself anew, says none, and leaves it for the page that its reader is led to.
     */
    public static <W extends Enum<W>> Optional<W> at(Context ctx, String place, Class<W> words) {
        if (!ctx.method().equals(HandlerType.GET) || SelfRefresh.asks(ctx)) {
            return Optional.empty();
        }
        ServiceCookie cookie = ctx.appData(COOKIE);
        Optional<W> word = Optional.ofNullable(cookie.of(ctx))
                .flatMap(sent -> Arrays.stream(words.getEnumConstants())
                        .filter(known -> text(place, known).equals(sent))
                        .findFirst());
        word.ifPresent(said -> cookie.end(ctx));
        return word;
    }

    private static String text(String place, Enum<?> word) {
        return DeterministicId.of(place, word.name());
    }
}
