package kz.aryz.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Objects;
import kz.aryz.intake.docs.ApiDescription;

/** The committed description of the API, against which answers are held. */
public final class ApiContract {

    private final JsonNode root = read();

    /** The description. */
    public JsonNode root() {
        return root;
    }

    /** Asserts that the answer is one that the description has for that method and path. */
    public void holds(String method, String path, HttpResponse<String> response) {
        JsonNode described = root.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(Integer.toString(response.statusCode()));
        assertThat(described.isMissingNode())
                .as("%s %s may answer %s", method, path, response.statusCode())
                .isFalse();
        described
                .path("headers")
                .fieldNames()
                .forEachRemaining(header -> assertThat(response.headers().firstValue(header))
                        .as(header)
                        .isPresent());
        String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode schema = described.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode()).as("%s of %s", type, path).isFalse();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(withTypes(schema))
                        .validate(response.body(), InputFormat.JSON))
                .isEmpty();
    }

    /** The schema with the named types where its references point. */
    private String withTypes(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", root.path("components"));
        return whole.toString();
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(ApiDescription.class.getResourceAsStream("openapi.json"))) {
            return new JsonMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
