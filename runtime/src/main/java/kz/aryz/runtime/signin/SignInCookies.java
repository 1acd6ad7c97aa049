package kz.aryz.runtime.signin;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.http.ServiceCookie;
import org.jspecify.annotations.Nullable;

/** The cookie of a session and, for ten minutes, that of a sign-in that has begun. */
final class SignInCookies {
    private static final int ATTEMPT_SECONDS = (int) Duration.ofMinutes(10).toSeconds();

    private final ServiceCookie session;
    private final ServiceCookie attempt;

    SignInCookies(ServiceConfig config) {
        this.session = new ServiceCookie(config, "session", ServiceCookie.UNTIL_BROWSER_ENDS);
        this.attempt = new ServiceCookie(config, "sign-in", ATTEMPT_SECONDS);
    }

    @Nullable
    String session(Context ctx) {
        return session.of(ctx);
    }

    void begin(Context ctx, Session begun) {
        session.set(ctx, begun.id());
    }

    void end(Context ctx) {
        session.end(ctx);
    }

    Optional<Attempt> attempt(Context ctx) {
        return Attempt.parse(attempt.of(ctx));
    }

    void begin(Context ctx, Attempt begun) {
        attempt.set(ctx, begun.text());
    }

    void endAttempt(Context ctx) {
        attempt.end(ctx);
    }
}
