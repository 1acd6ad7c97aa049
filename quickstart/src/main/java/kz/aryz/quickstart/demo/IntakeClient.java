package kz.aryz.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Hands in complaints the way any client does, and repeats with the same key where the answer is "unknown". */
final class IntakeClient implements AutoCloseable {

    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI complaints;

    /** @param intake address of intake-service */
    IntakeClient(URI intake) {
        this.complaints = intake.resolve("/api/v1/complaints");
    }

    /**
     * Hands in one complaint.
     *
     * @return its number
     * @throws IOException if it was not accepted
     */
    String submit(JsonNode complaint, String idempotencyKey) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(complaints)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(complaint)))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        for (int again = 1; again < TRIES && response.statusCode() == UNAVAILABLE; again++) {
            response = http.send(request, BodyHandlers.ofString());
        }
        if (response.statusCode() != CREATED) {
            throw new IOException("intake-service answered " + response.statusCode());
        }
        return json.readTree(response.body()).path("complaintNumber").asText();
    }

    @Override
    public void close() {
        http.close();
    }
}
