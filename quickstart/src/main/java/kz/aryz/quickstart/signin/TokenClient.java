package kz.aryz.quickstart.signin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the identity provider of a demonstration for tokens, by OAuth's client credentials. */
final class TokenClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The provider wants a client to say who it is, and believes it. */
    private static final String CLIENT =
            "Basic " + Base64.getEncoder().encodeToString("aryz:none".getBytes(StandardCharsets.US_ASCII));

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI endpoint;

    /** @param issuer the provider, as its tokens name it */
    TokenClient(URI issuer) {
        this.endpoint = URI.create(issuer + "/token");
    }

    /**
     * A token of that account, as of somebody who has proved themselves anew or not; empty where what listens there gives none.
     *
     * @throws IOException if nothing answers
     */
    Optional<String> token(DemoAccount account, boolean stepUp) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Authorization", CLIENT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(account, stepUp)))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return response.statusCode() == 200 ? accessToken(response.body()) : Optional.empty();
    }

    private static String form(DemoAccount account, boolean stepUp) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("account", account.name());
        fields.putAll(account.claims(stepUp));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> accessToken(String body) {
        try {
            return Optional.of(new ObjectMapper()
                            .readTree(body)
                            .path("access_token")
                            .asText())
                    .filter(token -> !token.isEmpty());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
