package kz.aryz.system.journey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.aryz.quickstart.mail.Mailbox;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.system.Patience;

/** Everything that people do with a running Aryz, over its public interfaces alone. */
public final class Client implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Endpoints endpoints;
    private final String token;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Of an Aryz whose staff do not sign in. */
    public Client(Endpoints endpoints) {
        this(endpoints, "");
    }

    /** {@code token}: what staff show; empty where nobody asks for it. */
    Client(Endpoints endpoints, String token) {
        this.endpoints = endpoints;
        this.token = token;
    }

    /** Whether all three services say that they are. */
    boolean isReady() throws IOException {
        get(endpoints.intake(), "/health/ready");
        get(endpoints.triage(), "/health/ready");
        get(endpoints.notifier(), "/health/ready");
        return true;
    }

    /** Hands in a complaint as its sender would: again, under the same key, until it is acknowledged. */
    public Receipt submit(JsonNode complaint, String key) {
        return await().atMost(Patience.PATIENCE)
                .until(() -> tryToSubmit(complaint, key), Optional::isPresent)
                .orElseThrow();
    }

    /** Hands in a complaint once; empty where the answer is not {@code 201}. */
    private Optional<Receipt> tryToSubmit(JsonNode complaint, String key) {
        try {
            HttpResponse<String> response = send(complaint, key);
            return response.statusCode() == 201
                    ? Optional.of(receipt(json.readTree(response.body())))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Receipt receipt(JsonNode answer) {
        return new Receipt(
                answer.path("complaintNumber").asText(),
                answer.path("receiptKey").asText(),
                answer.path("receivedAt").asText());
    }

    private HttpResponse<String> send(JsonNode complaint, String key) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(endpoints.intake().resolve("/api/v1/complaints"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(complaint.toString()))
                .build();
        return exchange(request);
    }

    /** Status of the answer to a complaint. */
    int statusOf(JsonNode complaint, String key) {
        try {
            return send(complaint, key).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Units in whose queue the complaint stands. */
    List<String> unitsOf(String complaintNumber) throws IOException {
        List<String> units = new ArrayList<>();
        for (JsonNode unit : get(endpoints.triage(), "/api/v1/queues").path("units")) {
            String code = unit.path("unit").asText();
            if (numbersIn(code).contains(complaintNumber)) {
                units.add(code);
            }
        }
        return units;
    }

    private List<String> numbersIn(String unit) throws IOException {
        return items(endpoints.triage(), "/api/v1/queues/" + unit).stream()
                .map(item -> item.path("complaintNumber").asText())
                .toList();
    }

    /** Page by page: other tests may have left more than one page holds. */
    private List<JsonNode> items(URI service, String list) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = get(service, list + "?limit=500" + after);
            page.path("items").forEach(items::add);
            String next = page.path("next").textValue();
            after = next == null ? null : "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
        return items;
    }

    /** What stands in the Commissioner's inbox about a complaint. */
    List<Alert> alertsAbout(String complaintNumber) throws IOException {
        return items(endpoints.notifier(), "/api/v1/alerts").stream()
                .filter(item -> item.path("complaintNumber").asText().equals(complaintNumber))
                .map(item -> new Alert(
                        item.path("obligationId").asText(),
                        item.path("reason").asText(),
                        item.path("state").asText()))
                .toList();
    }

    /** Confirms as a person who has read it; the status of the answer. */
    int acknowledge(Alert alert) throws IOException {
        URI acknowledgement =
                endpoints.notifier().resolve("/api/v1/alerts/" + alert.obligationId() + "/acknowledgement");
        HttpRequest request = HttpRequest.newBuilder(acknowledgement)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return exchange(request).statusCode();
    }

    /** What a complainant reads with the receipt key. */
    String state(Receipt receipt) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(endpoints.intake().resolve("/api/v1/status"))
                .timeout(PATIENCE)
                .header("Receipt-Key", receipt.receiptKey())
                .build();
        return json.readTree(exchange(request).body()).path("state").asText();
    }

    /** Says in the Commissioner's name that a duty to tell is fulfilled. */
    public void acknowledge(String obligationId) throws IOException {
        URI alert = endpoints.notifier().resolve("/api/v1/alerts/" + obligationId + "/acknowledgement");
        HttpRequest request = HttpRequest.newBuilder(alert)
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        int status = exchange(request).statusCode();
        if (status != 200) {
            throw new IOException("The acknowledgement is answered with " + status);
        }
    }

    /** Mails about a complaint. */
    public List<ReceivedMail> mailsAbout(String complaintNumber) throws IOException {
        return mails().stream()
                .filter(mail -> (mail.subject() + mail.text()).contains(complaintNumber))
                .toList();
    }

    /** All mails. */
    public List<ReceivedMail> mails() throws IOException {
        try (Mailbox mailbox = new Mailbox(endpoints.mailbox())) {
            return mailbox.read();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private JsonNode get(URI service, String path) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = exchange(request.build());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answers " + response.statusCode());
        }
        return json.readTree(response.body());
    }

    private HttpResponse<String> exchange(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("Interrupted", e);
    }

    @Override
    public void close() {
        http.close();
    }
}
