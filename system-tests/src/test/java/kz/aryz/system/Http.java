package kz.aryz.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks services over HTTP, as other programs do. Safe for threads. */
public final class Http implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * An answer.
     *
     * @param type media type without parameters
     * @param headers the first value of each, by name in lower case
     * @param body its JSON; missing where it is none
     */
    public record Answer(int status, String type, Map<String, String> headers, JsonNode body) {}

    public Answer get(URI address) throws IOException {
        return get(address, Map.of());
    }

    public Answer get(URI address, Map<String, String> headers) throws IOException {
        return ask(HttpRequest.newBuilder(address).GET(), headers);
    }

    /** Posts JSON. */
    public Answer post(URI address, String body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return ask(request, headers);
    }

    private Answer ask(HttpRequest.Builder request, Map<String, String> headers) throws IOException {
        headers.forEach(request::header);
        try {
            return answer(client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static Answer answer(HttpResponse<String> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        return new Answer(
                response.statusCode(),
                type,
                response.headers().map().entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                header -> header.getKey().toLowerCase(Locale.ROOT),
                                header -> header.getValue().getFirst())),
                type.endsWith("json") ? JSON.readTree(response.body()) : MissingNode.getInstance());
    }

    @Override
    public void close() {
        client.close();
    }
}
