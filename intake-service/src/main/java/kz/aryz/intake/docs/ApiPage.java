package kz.aryz.intake.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The description of the API as the page shows it. */
public record ApiPage(String title, String description, List<Operation> operations, List<Schema> schemas) {

    /** A method at a path. */
    public record Operation(
            String method,
            String path,
            String summary,
            String description,
            List<Field> headers,
            List<Example> examples,
            List<Response> responses) {}

    /** Something with a name: a field or a header. */
    public record Field(String name, String type, String description) {}

    /** A request as it may look. */
    public record Example(String summary, String json) {}

    /** An answer by its status. */
    public record Response(String status, String description, String schema) {}

    /** A named type. */
    public record Schema(String name, String description, List<Field> fields) {}

    static ApiPage of(JsonNode root) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(operation(method.getKey(), path.getKey(), method.getValue()));
            }
        }
        List<Schema> schemas = root.path("components").path("schemas").properties().stream()
                .map(schema -> schema(schema.getKey(), schema.getValue()))
                .toList();
        JsonNode info = root.path("info");
        return new ApiPage(text(info, "title"), text(info, "description"), operations, schemas);
    }

    private static Operation operation(String method, String path, JsonNode operation) {
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                text(operation, "summary"),
                text(operation, "description"),
                headers(operation.path("parameters")),
                examples(operation.at("/requestBody/content/application~1json/examples")),
                operation.path("responses").properties().stream()
                        .map(response -> response(response.getKey(), response.getValue()))
                        .toList());
    }

    private static List<Field> headers(JsonNode parameters) {
        List<Field> headers = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            headers.add(new Field(text(parameter, "name"), "header", text(parameter, "description")));
        }
        return headers;
    }

    private static List<Example> examples(JsonNode examples) {
        return examples.properties().stream()
                .map(Map.Entry::getValue)
                .map(example -> new Example(
                        text(example, "summary"), example.path("value").toPrettyString()))
                .toList();
    }

    private static Response response(String status, JsonNode response) {
        String schema = response.path("content").properties().stream()
                .map(content -> reference(content.getValue().path("schema")))
                .findFirst()
                .orElse("");
        return new Response(status, text(response, "description"), schema);
    }

    private static Schema schema(String name, JsonNode schema) {
        List<Field> fields = schema.path("properties").properties().stream()
                .map(field -> new Field(field.getKey(), type(field.getValue()), text(field.getValue(), "description")))
                .toList();
        return new Schema(name, text(schema, "description"), fields);
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return reference(schema);
        }
        String type = text(schema, "type");
        return type.equals("array") ? type(schema.path("items")) + "[]" : type;
    }

    private static String reference(JsonNode schema) {
        String path = text(schema, "$ref");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
