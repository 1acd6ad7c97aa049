package kz.aryz.runtime.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import kz.aryz.runtime.config.ServiceConfig;
import org.jspecify.annotations.Nullable;

/**
 * A cookie of one service. It cannot be read by a script, nor is it sent with another site's form. Behind TLS it is {@code Secure}
 * and named {@code __Host-}, so that no neighbouring host can set it. The service's name is in its own, because ports share cookies;
 * only what all services of a host may share has none.
 */
public final class ServiceCookie {

    /** A cookie that the browser forgets when it ends. */
    public static final int UNTIL_BROWSER_ENDS = -1;

    private static final int GONE = 0;

    private final boolean secure;
    private final String name;
    private final int seconds;

    /** {@code seconds}: how long a browser keeps it. */
    public ServiceCookie(ServiceConfig config, String name, int seconds) {
        this(config.overTls(), config.service() + "-" + name, seconds);
    }

    private ServiceCookie(boolean secure, String name, int seconds) {
        this.secure = secure;
        this.name = (secure ? "__Host-" : "") + name;
        this.seconds = seconds;
    }

    /** One that all services of a host share. */
    static ServiceCookie shared(ServiceConfig config, String name, int seconds) {
        return new ServiceCookie(config.overTls(), name, seconds);
    }

    /** What the browser sent; null where it has none. */
    public @Nullable String of(Context ctx) {
        return ctx.cookie(name);
    }

    public void set(Context ctx, String value) {
        answer(ctx, value, seconds);
    }

    /** The browser keeps it no longer. */
    public void end(Context ctx) {
        answer(ctx, "", GONE);
    }

    private void answer(Context ctx, String value, int maxAge) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(maxAge);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setSameSite(SameSite.LAX);
        ctx.cookie(cookie);
    }
}
