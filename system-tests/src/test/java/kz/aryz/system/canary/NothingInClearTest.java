package kz.aryz.system.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.canary.Confidence.CODE;
import static kz.aryz.system.canary.Confidence.FIELD;
import static kz.aryz.system.canary.Confidence.KEY;
import static kz.aryz.system.canary.Confidence.PHRASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.mail.Mailbox;
import kz.aryz.quickstart.up.LocalAryz;
import kz.aryz.quickstart.up.Protection;
import kz.aryz.system.Measurements;
import org.apache.kafka.clients.CommonClientConfigs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class NothingInClearTest {

    private static final Protection SIGN_IN = new Protection(Optional.empty(), true);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Addresses addresses = Addresses.free();
    private final List<Canary> confidential = new ArrayList<>(Confidence.canaries());
    private final List<Trace> answers = new ArrayList<>();

    @Test
    void whatWasSaidInConfidenceIsInNoTopicNoLogNoMailAndNoFile() throws Exception {
        List<Canary> numbers = new ArrayList<>();
        try (LocalAryz aryz = new LocalAryz(folder, addresses, Optional.empty(), SIGN_IN, Map.of(), line -> {})) {
            aryz.start();
            for (String consent : List.of("GIVEN", "REFUSED")) {
                numbers.add(new Canary(takenIn(Confidence.complaint(consent))));
            }
            provokeErrors();
            awaitMailsAbout(numbers);
            new Oversight(addresses).readAndRelease(numbers.getLast().toString());
            measurements(numbers);

            TopicTraces topics = new TopicTraces(Map.of(
                    CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, aryz.kafka().bootstrapServers()));
            assertThat(Trace.of(confidential, topics.read())).as("topics").isEmpty();
            assertThat(Trace.of(confidential, mails().stream())).as("mails").isEmpty();
            assertThat(Trace.of(confidential, answers.stream())).as("answers").isEmpty();

            assertThat(Trace.of(numbers, topics.read())).as("what is no secret").hasSizeGreaterThan(numbers.size());
            assertThat(topics.names()).contains("__consumer_offsets", "__transaction_state");
        }
        assertThat(Trace.of(confidential, FileTraces.under(folder))).as("files").isEmpty();
        assertThat(Trace.of(numbers, FileTraces.under(folder)))
                .as("what is no secret")
                .isNotEmpty();
    }

    /** Hands a complaint in, and counts its receipt key among what nobody may keep. */
    private String takenIn(String complaint) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(post(complaint));
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode receipt = json.readTree(answer.body());
        String receiptKey = receipt.path("receiptKey").asText();
        confidential.add(new Canary(receiptKey));
        confidential.add(new Canary(receiptKey.replace("-", "")));
        return receipt.path("complaintNumber").asText();
    }

    /** What goes wrong is what tends to be logged and echoed. */
    private void provokeErrors() throws IOException, InterruptedException {
        String given = Confidence.complaint("GIVEN");
        expect(400, post(given.substring(0, given.length() / 2)));
        expect(400, post("{\"narrative\": \"" + PHRASE + "\", \"" + FIELD + "\": \\q}"));
        expect(409, post(given.replace("WEB_FORM", "HOTLINE")));
        expect(422, post("{\"" + FIELD + "\": null}"));
        expect(404, request("/" + FIELD + "?" + FIELD + "=" + CODE));
        expect(404, request("/api/v1/status").header("Receipt-Key", CODE));
        expect(404, form("/status", "key=" + CODE));
        assertThat(send(post("{\"narrative\": \"" + PHRASE + "\"}").header("Idempotency-Key", KEY + "-header"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(send(form("/", Confidence.form())).statusCode()).isEqualTo(200);
    }

    private void expect(int status, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(status);
        answers.add(new Trace("answer " + status, answer.body()));
        answers.add(new Trace(
                "headers of answer " + status, answer.headers().toString().getBytes(UTF_8)));
    }

    /** Are open to whoever reaches the port: they name no complaint either, and tell no unit from another. */
    private void measurements(List<Canary> numbers) throws IOException {
        Measurements.of(addresses).forEach((service, measured) -> {
            Trace trace = new Trace("measurements of " + service, measured.getBytes(UTF_8));
            assertThat(measured).contains("kafka_producer").doesNotContain("queue.");
            assertThat(Trace.of(numbers, Stream.of(trace))).isEmpty();
            answers.add(trace);
        });
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder post(String body) {
        return request("/api/v1/complaints")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder form(String path, String fields) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(addresses.intakeUrl() + path));
    }

    private void awaitMailsAbout(List<Canary> numbers) {
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(numbers)
                        .allSatisfy(number -> assertThat(mails()).anyMatch(mail -> number.isIn(mail.bytes()))));
    }

    private List<Trace> mails() throws IOException, InterruptedException {
        try (Mailbox mailbox = new Mailbox(addresses.mailboxUrl())) {
            return mailbox.read().stream()
                    .flatMap(mail -> Stream.of(mail.source(), mail.subject(), mail.text())
                            .map(part -> new Trace("mail " + mail.messageId(), part.getBytes(UTF_8))))
                    .toList();
        }
    }
}
