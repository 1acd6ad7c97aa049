package kz.aryz.triage.desk;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.runtime.signin.OidcClient;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** People and programs that a real identity provider knows, at a service's door. */
final class Staff implements AutoCloseable {
    private static final String SERVICE = "triage-streams";
    private static final String REALM = "aryz";
    private static final String SOMEBODY = "somebody";

    private final MockOAuth2Server provider = new MockOAuth2Server();

    Staff() {
        provider.start(InetAddress.getLoopbackAddress(), 0);
    }

    OidcClient client() {
        return new OidcClient(provider.issuerUrl(REALM).uri(), SERVICE, "a secret of the test, longer than needed");
    }

    /** Who somebody with these claims is in records. */
    String pseudonym() {
        return Person.pseudonym(provider.issuerUrl(REALM).toString(), SOMEBODY);
    }

    /** Sends JSON to the API with an access token. */
    HttpResponse<String> send(URI address, String key, String json, Map<String, Object> claims)
            throws IOException, InterruptedException {
        String token = provider.issueToken(REALM, SERVICE, callback(claims)).serialize();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json))
                .build();
        try (HttpClient program = HttpClient.newHttpClient()) {
            return program.send(request, BodyHandlers.ofString());
        }
    }

    /** Signs in on the way to the page and stays; the browser is the caller's to close. */
    HttpClient signedIn(URI page, Map<String, Object> claims) throws IOException, InterruptedException {
        provider.enqueueCallback(callback(claims));
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.ALWAYS)
                .build();
        browser.send(HttpRequest.newBuilder(page).header("Accept", "text/html").build(), BodyHandlers.discarding());
        return browser;
    }

    /** Asks the API with an access token. */
    HttpResponse<String> program(URI address, String method, Map<String, Object> claims)
            throws IOException, InterruptedException {
        String token = provider.issueToken(REALM, SERVICE, callback(claims)).serialize();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody())
                .build();
        try (HttpClient program = HttpClient.newHttpClient()) {
            return program.send(request, BodyHandlers.ofString());
        }
    }

    /** Signs in on the way to the page. */
    HttpResponse<String> person(URI address, Map<String, Object> claims) throws IOException, InterruptedException {
        provider.enqueueCallback(callback(claims));
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.ALWAYS)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Accept", "text/html")
                    .build();
            return browser.send(request, BodyHandlers.ofString());
        }
    }

    static Map<String, Object> claims(Role role, String... units) {
        List<String> bodies = role == Role.COMMISSIONER_OFFICER ? List.of("COMMISSIONER") : List.of();
        return Map.of("roles", List.of(role.code()), "units", List.of(units), "body", bodies);
    }

    private static DefaultOAuth2TokenCallback callback(Map<String, Object> claims) {
        return new DefaultOAuth2TokenCallback(REALM, SOMEBODY, "JWT", List.of(SERVICE), claims, 3_600);
    }

    @Override
    public void close() {
        provider.shutdown();
    }
}
