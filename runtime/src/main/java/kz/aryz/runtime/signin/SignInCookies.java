package kz.aryz.runtime.signin;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;
import kz.aryz.runtime.config.ServiceConfig;
import org.jspecify.annotations.Nullable;

/**
 * The two cookies of a service: that of a session and, for ten minutes, that of a sign-in that has begun. Neither can be
 * read by a script or is sent from another site's form. Behind TLS they are {@code Secure} and named {@code __Host-},
 * so that no neighbouring host can set them. The service's name is in theirs, because ports share cookies.
 */
final class SignInCookies {
    private static final int UNTIL_BROWSER_ENDS = -1;
    private static final int GONE = 0;
    private static final int ATTEMPT_SECONDS = (int) Duration.ofMinutes(10).toSeconds();

    private final boolean secure;
    private final String session;
    private final String attempt;

    SignInCookies(ServiceConfig config) {
        this.secure = config.overTls();
        String prefix = (secure ? "__Host-" : "") + config.service();
        this.session = prefix + "-session";
        this.attempt = prefix + "-sign-in";
    }

    @Nullable
    String session(Context ctx) {
        return ctx.cookie(session);
    }

    void begin(Context ctx, Session begun) {
        set(ctx, session, begun.id(), UNTIL_BROWSER_ENDS);
    }

    void end(Context ctx) {
        set(ctx, session, "", GONE);
    }

    Optional<Attempt> attempt(Context ctx) {
        return Attempt.parse(ctx.cookie(attempt));
    }

    void begin(Context ctx, Attempt begun) {
        set(ctx, attempt, begun.text(), ATTEMPT_SECONDS);
    }

    void endAttempt(Context ctx) {
        set(ctx, attempt, "", GONE);
    }

    private void set(Context ctx, String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setSameSite(SameSite.LAX);
        ctx.cookie(cookie);
    }
}
