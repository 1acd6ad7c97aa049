package kz.aryz.system.signin;

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
import java.time.Instant;

/** Access tokens of the demonstration's provider, with any claims: whoever signs in there says who they are. */
final class ChosenToken {

    private static final String REDIRECT = "http://localhost/callback";

    private ChosenToken() {}

    /** {@code claims}: a JSON object; that they have proved it just now is added. */
    static Token of(URI issuer, String claims) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI page = URI.create(
                    issuer + "/authorize?client_id=test&response_type=code&scope=openid&state=x&redirect_uri="
                            + encoded(REDIRECT));
            HttpResponse<String> chosen = post(http, page, "username=somebody&claims=" + encoded(now(claims)));
            String code =
                    chosen.headers().firstValue("Location").orElseThrow().replaceFirst(".*[?&]code=([^&]+).*", "$1");
            HttpResponse<String> tokens = post(
                    http,
                    URI.create(issuer + "/token"),
                    "grant_type=authorization_code&client_id=test&client_secret=none&code=" + code + "&redirect_uri="
                            + encoded(REDIRECT));
            return new Token(new ObjectMapper()
                    .readTree(tokens.body())
                    .path("access_token")
                    .asText());
        }
    }

    private static String now(String claims) {
        return claims.replaceFirst("}$", ",\"auth_time\":" + Instant.now().getEpochSecond() + "}");
    }

    private static HttpResponse<String> post(HttpClient http, URI address, String form)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
