package kz.aryz.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A registry that speaks Confluent's REST API. Every call throws {@link IOException} where no answer came, or none
 * that settles the question.
 */
public final class SchemaRegistry implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int NO_SUBJECT = 40401;
    private static final int NO_SCHEMA = 40403;
    private static final int NO_LEVEL = 40408;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI api;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    public SchemaRegistry(RegistryAddress address) {
        this.api = address.confluentApi();
    }

    /** The schema that the id stands for; empty where it stands for none. */
    public Optional<Schema> schema(int id) throws IOException {
        return ask("GET", "/schemas/ids/" + id, null)
                .map(answer -> new Schema.Parser().parse(answer.path("schema").asText()));
    }

    /** The id of the schema under the subject; empty where it is not registered there. */
    public OptionalInt id(String subject, Schema schema) throws IOException {
        return ask("POST", "/subjects/" + subject, body(schema))
                .map(answer -> OptionalInt.of(answer.path("id").asInt()))
                .orElseGet(OptionalInt::empty);
    }

    /** Registers the schema under the subject, if it is not there, and returns its id. */
    public int register(String subject, Schema schema) throws IOException {
        String path = "/subjects/" + subject + "/versions";
        return ask("POST", path, body(schema))
                .map(answer -> answer.path("id").asInt())
                .orElseThrow(() -> new IOException("The registry did not take the schema of " + subject));
    }

    /**
     * A schema under a subject.
     *
     * @param id what stands before the records that are written with it
     */
    public record Version(int id, Schema schema) {}

    /** Names of all subjects. */
    public List<String> subjects() throws IOException {
        List<String> subjects = new ArrayList<>();
        ask("GET", "/subjects", null).ifPresent(names -> names.forEach(name -> subjects.add(name.asText())));
        return subjects;
    }

    /** All that is registered under the subject, the earliest first. */
    public List<Version> versions(String subject) throws IOException {
        String path = "/subjects/" + subject + "/versions";
        List<Version> versions = new ArrayList<>();
        for (JsonNode number : ask("GET", path, null).orElseGet(JSON::createArrayNode)) {
            JsonNode version = ask("GET", path + '/' + number.asInt(), null)
                    .orElseThrow(() -> new IOException("The registry has no version " + number + " of " + subject));
            versions.add(new Version(
                    version.path("id").asInt(),
                    new Schema.Parser().parse(version.path("schema").asText())));
        }
        return versions;
    }

    /** The compatibility the subject demands; empty where it has none of its own. */
    public Optional<String> compatibility(String subject) throws IOException {
        return ask("GET", "/config/" + subject, null)
                .map(answer -> answer.path("compatibilityLevel").asText());
    }

    /** Sets the compatibility that the subject demands of every schema to come. */
    public void demand(String subject, String compatibility) throws IOException {
        ask("PUT", "/config/" + subject, JSON.writeValueAsString(Map.of("compatibility", compatibility)));
    }

    /** Takes a subject away with all that is registered under it. */
    public void delete(String subject) throws IOException {
        ask("DELETE", "/subjects/" + subject, null);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static String body(Schema schema) throws IOException {
        return JSON.writeValueAsString(Map.of("schema", schema.toString()));
    }

    /** The answer; empty for a plain "there is none". */
    private Optional<JsonNode> ask(String method, String path, @Nullable String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(TIMEOUT)
                .header("Content-Type", MEDIA_TYPE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> response = send(request);
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() == 200) {
            return Optional.of(answer);
        }
        if (response.statusCode() == 404 && isAbsence(answer.path("error_code").asInt())) {
            return Optional.empty();
        }
        throw new IOException("%s %s: the registry answered %d, %s"
                .formatted(
                        method,
                        path,
                        response.statusCode(),
                        answer.path("message").asText("without a reason")));
    }

    private static boolean isAbsence(int errorCode) {
        return errorCode == NO_SUBJECT || errorCode == NO_SCHEMA || errorCode == NO_LEVEL;
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new RegistryAwayException(api, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking the registry", e);
        }
    }
}
