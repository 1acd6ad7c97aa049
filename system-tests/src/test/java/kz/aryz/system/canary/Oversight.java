package kz.aryz.system.canary;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.Http;

/** An officer of the Commissioner's, who says in confidence why they do what they do. */
record Oversight(Addresses addresses) {

    private static final String UNIT = "PROS.KZ-75";
    private static final String NOTE = "\"note\": \"" + Confidence.PHRASE + "\"";

    /** Opens both sections of the held complaint of that number, confirms its alert and gives it to a unit, each with a note. */
    void readAndRelease(String number) throws IOException, InterruptedException {
        try (Http http = new Http()) {
            Map<String, String> officer = officer();
            String complaint = "/api/v1/complaints/" + found(http, officer, "/api/v1/held", number, "complaintId");
            String alert = found(http, officer, "/api/v1/alerts", number, "obligationId");
            open(http, officer, complaint, "account", Confidence.PHRASE);
            open(http, officer, complaint, "identity", Confidence.NAME);
            assertThat(post(http, officer, "/api/v1/alerts/" + alert + "/acknowledgement", "{" + NOTE + "}")
                            .status())
                    .isEqualTo(200);
            String release = "{\"unit\": \"%s\", \"reason\": \"OTHER\", %s}".formatted(UNIT, NOTE);
            assertThat(post(http, officer, complaint + "/release", release).status())
                    .isIn(200, 202);
        }
    }

    /** What is sealed is there for them, or nothing were shown by its being nowhere else. */
    private void open(Http http, Map<String, String> officer, String complaint, String section, String content) {
        String opening = "{\"section\": \"%s\", \"purpose\": \"OVERSIGHT\", %s}".formatted(section, NOTE);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Http.Answer answer = post(http, officer, complaint + "/openings", opening);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().toString()).contains(content);
        });
    }

    private String found(Http http, Map<String, String> officer, String list, String number, String id) {
        return await().atMost(PATIENCE)
                .until(
                        () -> StreamSupport.stream(
                                        http.get(at(list + "?limit=100"), officer)
                                                .body()
                                                .path("items")
                                                .spliterator(),
                                        false)
                                .filter(item ->
                                        item.path("complaintNumber").asText().equals(number))
                                .map(item -> item.path(id).asText())
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
    }

    private Http.Answer post(Http http, Map<String, String> officer, String path, String json) throws IOException {
        return http.post(at(path), json, officer);
    }

    private URI at(String path) {
        return Addresses.byName(addresses.notifierUrl()).resolve(path);
    }

    /** Headers with a token of somebody who has just proved themselves. */
    private Map<String, String> officer() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.issuer() + "/token"))
                .header("Authorization", "Basic YXJ5ejpub25l")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&acr=step-up&auth_time="
                        + Instant.now().getEpochSecond()
                        + "&account=officer&roles=commissioner-officer&body=COMMISSIONER"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            JsonNode answer = new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            Map<String, String> headers = new HashMap<>();
            headers.put("Authorization", "Bearer " + answer.path("access_token").asText());
            headers.put("Idempotency-Key", "release-1");
            return headers;
        }
    }
}
