package kz.aryz.intake.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.intake.api.ApiContract;
import kz.aryz.intake.api.TestServer;
import kz.aryz.intake.complaint.ComplaintMapping;
import kz.aryz.intake.complaint.GapCode;
import kz.aryz.intake.json.JsonReader;
import kz.aryz.intake.json.UnreadableJson;
import kz.aryz.intake.submission.TestIntake;
import kz.aryz.schema.Gap;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {

    private final JsonNode root = new ApiContract().root();

    @Test
    void isServedAsItIsAndAsAPageWithoutScripts() {
        try (TestServer server = new TestServer(TestIntake.create())) {
            assertThat(server.get("/openapi.json").body()).contains("\"openapi\": \"3.1.0\"");
            String page = server.get("/docs").body();
            assertThat(page).contains("/api/v1/complaints", "receiptKey", "safeContact");
            assertThat(page).doesNotContain("<script", "http://", "https://");
        }
    }

    @Test
    void describesOnlyRoutesThatThereAre() {
        try (TestServer server = new TestServer(TestIntake.create())) {
            for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
                List<String> methods = new ArrayList<>();
                path.getValue().fieldNames().forEachRemaining(methods::add);
                assertThat(server.post(path.getKey(), "", "Accept-Language", "en")
                                        .statusCode()
                                == 405)
                        .as("POST %s", path.getKey())
                        .isEqualTo(!methods.contains("post"));
                assertThat(server.get(path.getKey()).statusCode() == 405)
                        .as("GET %s", path.getKey())
                        .isEqualTo(!methods.contains("get"));
            }
        }
    }

    /** A field that is described and not read would land among what is not recognised. */
    @Test
    void everyDescribedFieldIsUnderstood() throws UnreadableJson {
        String message = sample("Complaint");

        assertThat(new ComplaintMapping(Optional::empty)
                        .map(
                                new JsonReader(1 << 20).read(message.getBytes(StandardCharsets.UTF_8)),
                                Instant.parse("2026-11-24T06:00:00Z"))
                        .gaps())
                .extracting(Gap::getCode)
                .doesNotContain(GapCode.UNKNOWN_FIELD.name(), GapCode.WRONG_TYPE.name());
    }

    @Test
    void listsEveryGapCode() {
        List<String> described = new ArrayList<>();
        root.at("/components/schemas/Gap/properties/code/enum").forEach(code -> described.add(code.asText()));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(GapCode.values()).map(Enum::name).toList());
    }

    /** A value of the type with every property. */
    private String sample(String type) {
        List<String> members = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property :
                root.at("/components/schemas/" + type + "/properties").properties()) {
            members.add("\"" + property.getKey() + "\":" + sample(property.getValue()));
        }
        return members.isEmpty() ? "\"2022-01-06\"" : "{" + String.join(",", members) + "}";
    }

    private String sample(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return !reference.isEmpty()
                ? sample(reference.substring(reference.lastIndexOf('/') + 1))
                : switch (schema.path("type").asText()) {
                    case "array" -> "[" + sample(schema.path("items")) + "]";
                    case "boolean" -> "true";
                    case "integer", "number" -> "1";
                    default -> "\"TORTURE\"";
                };
    }
}
