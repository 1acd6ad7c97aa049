package kz.aryz.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A style sheet that lies beside a class and is served by the service itself. */
public final class StyleSheet {

    /** What all pages have in common. */
    public static final String COMMON_PATH = "/page.css";

    private final String path;
    private final byte[] text;

    private StyleSheet(String path, byte[] text) {
        this.path = path;
        this.text = text;
    }

    static StyleSheet common() {
        return beside(StyleSheet.class, COMMON_PATH.substring(1));
    }

    /** The file of that name in the package of the class, to be served under its name. */
    public static StyleSheet beside(Class<?> owner, String name) {
        try (InputStream file = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return new StyleSheet("/" + name, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void register(RoutesConfig routes) {
        routes.get(path, this::answer);
    }

    /** Where it is served. */
    public String path() {
        return path;
    }

    public void answer(Context ctx) {
        ctx.contentType("text/css; charset=utf-8").result(text);
    }
}
