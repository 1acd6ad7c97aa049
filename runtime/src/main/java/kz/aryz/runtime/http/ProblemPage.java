package kz.aryz.runtime.http;

import gg.jte.Content;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the error page for people shows.
 *
 * @param home text of the link to the first page
 * @param way who is signed in, and their way out; null where nobody is
 */
public record ProblemPage(
        Language language,
        String title,
        String detail,
        String home,
        @Nullable Content way) {

    private static final String WAY_OUT = "kz.aryz.way-out";

    /** Finds out who is signed in, for a page that tells them of a problem. */
    @FunctionalInterface
    public interface WayOut {

        /** Empty where nobody is. Says nothing of what was asked for: the page is the same whether or not it is there. */
        Optional<Content> find(Context ctx, Language language);
    }

    /** Lets whoever is told of a problem leave, whatever they asked for. */
    public static void offer(Context ctx, WayOut way) {
        ctx.attribute(WAY_OUT, way);
    }

    static ProblemPage of(ProblemType type, Context ctx) {
        Language language = LanguageChoice.of(ctx);
        @Nullable WayOut way = ctx.attribute(WAY_OUT);
        return new ProblemPage(
                language,
                type.title(language),
                type.detail(language),
                ProblemType.home(language),
                way == null ? null : way.find(ctx, language).orElse(null));
    }
}
