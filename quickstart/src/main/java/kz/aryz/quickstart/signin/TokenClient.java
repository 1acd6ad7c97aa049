package kz.aryz.quickstart.signin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks an identity provider for tokens, by OAuth's client credentials (RFC 6749, section 4.4). */
final class TokenClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI issuer;
    private final String proof;

    /** @param issuer the provider, as its tokens name it */
    TokenClient(URI issuer, String clientId, String secret) {
        this.issuer = issuer;
        String idAndSecret = encoded(clientId) + ':' + encoded(secret);
        this.proof = "Basic " + Base64.getEncoder().encodeToString(idAndSecret.getBytes(StandardCharsets.US_ASCII));
    }

    /** Of a provider that wants a client to say who it is, and believes it. */
    static TokenClient ofDemonstration(URI issuer) {
        return new TokenClient(issuer, "aryz", "none");
    }

    /**
     * A token of the client itself; empty where what listens there gives none.
     *
     * @throws IOException if nothing answers, or no provider
     */
    Optional<String> token() throws IOException, InterruptedException {
        return token(Map.of());
    }

    /** A token of that account, as of somebody who has proved themselves anew or not. */
    Optional<String> token(DemoAccount account, boolean stepUp) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(account.claims(stepUp));
        fields.put("account", account.name());
        fields.put("auth_time", String.valueOf(Instant.now().getEpochSecond()));
        return token(fields);
    }

    private Optional<String> token(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("grant_type", "client_credentials");
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = send(HttpRequest.newBuilder(endpoint())
                .header("Authorization", proof)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return response.statusCode() == 200 ? accessToken(response.body()) : Optional.empty();
    }

    /** Where OpenID Connect Discovery says that it is. */
    private URI endpoint() throws IOException, InterruptedException {
        String place = issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration";
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(place)));
        try {
            JsonNode found = JSON.readTree(response.body());
            if (response.statusCode() == 200 && found.path("issuer").asText().equals(issuer.toString())) {
                return URI.create(found.path("token_endpoint").asText());
            }
        } catch (JacksonException e) {
            // Whatever it is, it is no provider, as is said below.
        }
        throw new IOException("what listens there does not say that it is this provider");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> accessToken(String body) {
        try {
            return Optional.of(JSON.readTree(body).path("access_token").asText())
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
