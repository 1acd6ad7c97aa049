package kz.aryz.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Locale;
import kz.aryz.intake.submission.TestIntake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeApiTest {

    private static final String COMPLAINTS = "/api/v1/complaints";
    private static final String STATUS = "/api/v1/status";
    private static final int MEBIBYTE = 1 << 20;

    private final TestIntake intake = TestIntake.create();
    private final TestServer server = new TestServer(intake);
    private final ApiContract contract = new ApiContract();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWithNumberKeyTimeAndGaps() throws JsonProcessingException {
        HttpResponse<String> response = post("{\"narrative\":\"x\"}");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains("/api/v1/status");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(response).path("receivedAt").asText()).isEqualTo(TestIntake.NOW.toString());
        assertThat(json(response).path("gaps").findValuesAsText("code")).containsOnly("MISSING");
    }

    @Test
    void takesAnythingThatIsJsonWhateverItIsDeclaredAs() {
        assertThat(post("[1]", "Content-Type", "text/plain").statusCode()).isEqualTo(201);
        assertThat(post("{\"shoeSize\":43}").statusCode()).isEqualTo(201);
        assertThat(post("\"help\"", "Content-Type", "application/json").statusCode())
                .isEqualTo(201);
    }

    @Test
    void answersARepetitionAlikeByHeaderQuotedOrNot() {
        HttpResponse<String> first = post("{\"narrative\":\"x\"}", "Idempotency-Key", "\"k\"");

        assertThat(post("{\"narrative\":\"x\"}", "Idempotency-Key", "k").body()).isEqualTo(first.body());
        assertThat(post("{\"narrative\":\"y\"}", "Idempotency-Key", "k").statusCode())
                .isEqualTo(409);
    }

    @Test
    void answersARepetitionAlikeByFieldAndLetsTheHeaderGoBeforeIt() {
        String body = "{\"narrative\":\"x\",\"clientMessageId\":\"m\"}";
        HttpResponse<String> first = post(body);

        assertThat(post(body).body()).isEqualTo(first.body());
        assertThat(post("{\"clientMessageId\":\"m\",\"narrative\":\"x\"}").statusCode())
                .isEqualTo(409);
        assertThat(post(body, "Idempotency-Key", "other").body()).isNotEqualTo(first.body());
    }

    @Test
    void saysWhatIsWrongWithWhatCannotBeRead() {
        assertThat(problem(post("{\"narrative\":"))).isEqualTo("400 urn:aryz:problem:broken-json");
        assertThat(problem(server.post(COMPLAINTS, "\"Алматы\"".getBytes(Charset.forName("windows-1251")))))
                .isEqualTo("400 urn:aryz:problem:not-utf-8");
        assertThat(problem(post("[".repeat(1000)))).isEqualTo("400 urn:aryz:problem:too-deep");
        assertThat(problem(post(""))).isEqualTo("422 urn:aryz:problem:no-content");
        assertThat(problem(post("{\"channel\":\"VISIT\",\"narrative\":\" \",\"victims\":[{}]}")))
                .isEqualTo("422 urn:aryz:problem:no-content");
        assertThat(problem(post("{\"narrative\":\"\\u00a0\\u200b\\ufeff\\u0000\"}")))
                .isEqualTo("422 urn:aryz:problem:no-content");
        assertThat(problem(post("a=b", "Content-Type", "application/x-www-form-urlencoded")))
                .isEqualTo("400 urn:aryz:problem:not-json");
        assertThat(problem(post("{", "Content-Type", "application/json; charset=none")))
                .isEqualTo("400 urn:aryz:problem:broken-json");
    }

    @Test
    void takesExactlyOneMebibyteAndNotAByteMore() {
        String start = "{\"narrative\":\"";
        String text = "x".repeat(MEBIBYTE - start.length() - 2);

        assertThat(post(start + text + "\"}").statusCode()).isEqualTo(201);
        assertThat(problem(post(start + text + "x\"}"))).isEqualTo("413 urn:aryz:problem:too-large");
    }

    @Test
    void saysThatNobodyKnowsAndWhenToSendAgain() {
        intake.log().lose("complaints.submissions"::equals);

        HttpResponse<String> response = post("{\"narrative\":\"CANARY\"}", "Idempotency-Key", "CANARY");

        assertThat(problem(response)).isEqualTo("503 urn:aryz:problem:not-confirmed");
        assertThat(response.headers().firstValueAsLong("Retry-After")).hasValue(5);
        assertThat(response.body()).doesNotContain("CANARY");
    }

    @Test
    void tellsTheStatusByTheKeyHoweverItIsTyped() throws JsonProcessingException {
        String key = json(post("{\"narrative\":\"x\"}")).path("receiptKey").asText();

        HttpResponse<String> response =
                server.get(STATUS, "Receipt-Key", key.toLowerCase(Locale.ROOT).replace('-', ' '));

        assertThat(response.statusCode()).isEqualTo(200);
        contract.holds("get", STATUS, response);
        assertThat(json(response).path("state").asText()).isEqualTo("RECEIVED");
    }

    @Test
    void answersEveryUnknownKeyAlike() {
        HttpResponse<String> none = server.get(STATUS);
        HttpResponse<String> rubbish = server.get(STATUS, "Receipt-Key", "rubbish");
        HttpResponse<String> wellFormed = server.get(STATUS, "Receipt-Key", "00000-00000-00000-00000-0");

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(rubbish.body()).isEqualTo(none.body());
        assertThat(wellFormed.body()).isEqualTo(none.body());
        contract.holds("get", STATUS, none);
    }

    @Test
    void deniesNoKeyWhileWhatIsStoredIsStillBeingRead() throws JsonProcessingException {
        String key = json(post("{\"narrative\":\"x\"}")).path("receiptKey").asText();

        try (TestServer starting = new TestServer(intake.reading())) {
            HttpResponse<String> response = starting.get(STATUS, "Receipt-Key", key);

            assertThat(problem(response)).isEqualTo("503 urn:aryz:problem:unavailable");
            assertThat(response.headers().firstValueAsLong("Retry-After")).hasValue(5);
            contract.holds("get", STATUS, response);
        }
    }

    @Test
    void speaksTheLanguageOfTheProgramThatAsks() throws JsonProcessingException {
        assertThat(json(post("", "Accept-Language", "kk")).path("title").asText())
                .isEqualTo("Ештеңе айтылмаған");
        assertThat(json(post("", "Accept-Language", "ru")).path("title").asText())
                .isEqualTo("Ничего не сказано");
    }

    private HttpResponse<String> post(String body, String... headers) {
        HttpResponse<String> response = server.post(COMPLAINTS, body, headers);
        contract.holds("post", COMPLAINTS, response);
        return response;
    }

    private static String problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        try {
            return response.statusCode() + " " + json(response).path("type").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws JsonProcessingException {
        return new JsonMapper().readTree(response.body());
    }
}
