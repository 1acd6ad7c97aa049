package kz.aryz.system.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** A program that shares nothing with Aryz: it knows Confluent's REST API, the five bytes, and Avro. */
final class ForeignClient {

    private static final int HEADER_BYTES = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI registry;

    ForeignClient(URI registry) {
        this.registry = registry;
    }

    GenericRecord decode(byte[] record) throws IOException, InterruptedException {
        ByteBuffer buffer = ByteBuffer.wrap(record);
        if (buffer.get() != 0) {
            throw new IOException("Not Confluent's wire format");
        }
        Schema schema = schema(buffer.getInt());
        return Generic.record(schema, record, HEADER_BYTES);
    }

    byte[] encode(String subject, GenericRecord value) throws IOException, InterruptedException {
        byte[] body = Generic.bytes(value);
        return ByteBuffer.allocate(HEADER_BYTES + body.length)
                .put((byte) 0)
                .putInt(latestId(subject))
                .put(body)
                .array();
    }

    private Schema schema(int id) throws IOException, InterruptedException {
        JsonNode answer = ask(request("/schemas/ids/" + id).GET());
        return new Schema.Parser().parse(answer.path("schema").asText());
    }

    int latestId(String subject) throws IOException, InterruptedException {
        return ask(request("/subjects/" + subject + "/versions/latest").GET())
                .path("id")
                .asInt();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(registry + path)).header("Content-Type", "application/json");
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The registry answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
