package kz.aryz.system.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kz.aryz.access.Person;
import kz.aryz.system.Http;

/**
 * Somebody of the staff at the APIs of a desk, whom no other test knows, and who has just proved themselves anew.
 *
 * @param pseudonym who they are in records
 * @param token what they show
 */
record Colleague(String pseudonym, Token token) {

    private static final String CLIENT =
            "Basic " + Base64.getEncoder().encodeToString("aryz:none".getBytes(StandardCharsets.US_ASCII));

    static Colleague of(SignInAryz aryz, String role, String unit) throws IOException, InterruptedException {
        URI issuer = aryz.addresses().issuer();
        String account = role + "-" + UUID.randomUUID();
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Authorization", CLIENT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&acr=step-up&auth_time="
                        + Instant.now().getEpochSecond() + "&account=" + account + "&roles="
                        + role + "&units=" + URLEncoder.encode(unit, StandardCharsets.UTF_8)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            JsonNode answer = new ObjectMapper()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
            Token token = new Token(answer.path("access_token").asText());
            return new Colleague(
                    Person.pseudonym(
                            issuer.toString(), token.claims().path("sub").asText()),
                    token);
        }
    }

    Http.Answer read(Http http, URI desk, String path) throws IOException {
        return token.read(http, desk.resolve(path));
    }

    /** Has a complaint given to somebody. */
    Http.Answer give(Http http, URI desk, String path, String key, String json) throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token.text());
        headers.put("Idempotency-Key", key);
        return http.post(desk.resolve(path), json, headers);
    }
}
