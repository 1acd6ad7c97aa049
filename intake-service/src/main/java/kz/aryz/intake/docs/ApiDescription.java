package kz.aryz.intake.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Serves {@code openapi.json} and a page that shows it, without a script. */
public final class ApiDescription {

    private final byte[] document = document();

    public void register(RoutesConfig routes) {
        ApiPage page = ApiPage.of(root());
        routes.get("/openapi.json", ctx -> ctx.contentType("application/json").result(document));
        routes.get("/docs", ctx -> ctx.render("intake/docs.jte", Map.of("api", page)));
    }

    private JsonNode root() {
        try {
            return new JsonMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] document() {
        try (InputStream file = Objects.requireNonNull(ApiDescription.class.getResourceAsStream("openapi.json"))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
