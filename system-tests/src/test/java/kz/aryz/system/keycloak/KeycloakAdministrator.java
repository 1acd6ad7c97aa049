package kz.aryz.system.keycloak;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes accounts in the realm as an administrator does, by Keycloak's own API, and takes them away again. */
public final class KeycloakAdministrator implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI keycloak;
    private final String name;
    private final String password;
    private final Deque<String> made = new ArrayDeque<>();

    /** @param keycloak its address, without a path */
    public KeycloakAdministrator(URI keycloak, String name, String password) {
        this.keycloak = keycloak;
        this.name = name;
        this.password = password;
    }

    /** Whoever has a password, and no one-time codes yet. */
    public record Account(String name, String password) {}

    /** An account of a person; {@code group} is a path, as of a unit. */
    Account person(String role, String group) throws IOException {
        Account account =
                new Account("test-" + UUID.randomUUID(), UUID.randomUUID().toString());
        String id = create(
                "/users",
                Map.of(
                        "username", account.name(),
                        "enabled", true,
                        "groups", List.of(group),
                        "credentials",
                                List.of(Map.of("type", "password", "value", account.password(), "temporary", false))));
        give(id, role);
        return account;
    }

    /** Whether the provider takes such a password for somebody of that name. */
    boolean takesPassword(String name, String password) throws IOException {
        String id = create("/users", Map.of("username", name, "enabled", false));
        Map<String, Object> wanted = Map.of("type", "password", "value", password, "temporary", true);
        int status = exchange(request("PUT", "/users/" + id + "/reset-password", wanted))
                .statusCode();
        assertThat(status).isIn(204, 400);
        return status == 204;
    }

    /** Whoever has it signs in no more. */
    void disable(Account account) throws IOException {
        String id = ask("GET", "/users?exact=true&username=" + account.name())
                .path(0)
                .path("id")
                .asText();
        ask("PUT", "/users/" + id, Map.of("enabled", false));
    }

    /** A bearer token of a script that is this; it holds for an hour. */
    public String token(String role, String group) throws IOException {
        String clientId = "test-" + UUID.randomUUID();
        String secret = UUID.randomUUID().toString();
        String id = create(
                "/clients",
                Map.of(
                        "clientId",
                        clientId,
                        "secret",
                        secret,
                        "serviceAccountsEnabled",
                        true,
                        "standardFlowEnabled",
                        false,
                        "fullScopeAllowed",
                        true,
                        "attributes",
                        Map.of("access.token.lifespan", "3600"),
                        "defaultClientScopes",
                        List.of("basic", "acr", "staff", "services")));
        String account = ask("GET", "/clients/" + id + "/service-account-user")
                .path("id")
                .asText();
        String groupId = ask("GET", "/group-by-path" + group).path("id").asText();
        ask("PUT", "/users/" + account + "/groups/" + groupId);
        give(account, role);
        return token("aryz", Map.of("grant_type", "client_credentials"), clientId, secret);
    }

    private void give(String user, String role) throws IOException {
        JsonNode known = ask("GET", "/roles/" + role);
        ask("POST", "/users/" + user + "/role-mappings/realm", List.of(known));
    }

    private String create(String what, Map<String, Object> description) throws IOException {
        HttpResponse<String> answer = send("POST", what, description);
        String place = answer.headers().firstValue("Location").orElseThrow();
        String id = place.substring(place.lastIndexOf('/') + 1);
        made.push(what + "/" + id);
        return id;
    }

    private JsonNode ask(String method, String path) throws IOException {
        return ask(method, path, Map.of());
    }

    private JsonNode ask(String method, String path, Object body) throws IOException {
        String answer = send(method, path, body).body();
        return answer.isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer);
    }

    private HttpResponse<String> send(String method, String path, Object body) throws IOException {
        return send(request(method, path, body));
    }

    private HttpRequest.Builder request(String method, String path, Object body) throws IOException {
        String token = token(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", name, "password", password),
                "",
                "");
        return HttpRequest.newBuilder(keycloak.resolve("/admin/realms/aryz" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private String token(String realm, Map<String, String> fields, String client, String secret) throws IOException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        keycloak.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!client.isEmpty()) {
            byte[] credentials = (client + ':' + secret).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return JSON.readTree(send(request).body()).path("access_token").asText();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> answer = exchange(request);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.uri().getPath() + " answers " + answer.statusCode());
        }
        return answer;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** Nobody whom it made is there any more. */
    @Override
    public void close() throws IOException {
        try (http) {
            while (!made.isEmpty()) {
                ask("DELETE", made.pop());
            }
        }
    }
}
