package kz.aryz.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Paths of the style sheet and the script that pages may use, served by the service itself. The paths hold versions. */
public final class Webjars {
    private static final Properties VERSIONS = versions();

    public static final String PICO_CSS = path("picocss__pico", "css/pico.min.css");
    public static final String HTMX_JS = path("htmx.org", "dist/htmx.min.js");

    private Webjars() {}

    private static String path(String name, String file) {
        return "/webjars/" + name + "/" + VERSIONS.getProperty(name) + "/" + file;
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream resource = Webjars.class.getResourceAsStream("webjars.properties")) {
            versions.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
