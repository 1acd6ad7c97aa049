package kz.aryz.runtime.door;

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
public final class Staff implements AutoCloseable {
    private static final String REALM = "aryz";
    private static final String SOMEBODY = "somebody";

    private final MockOAuth2Server provider = new MockOAuth2Server();
    private final String service;

    /** @param service whose door it is */
    public Staff(String service) {
        this.service = service;
        provider.start(InetAddress.getLoopbackAddress(), 0);
    }

    public OidcClient client() {
        return new OidcClient(provider.issuerUrl(REALM).uri(), service, "a secret of the test, longer than needed");
    }

    /** Who somebody with these claims is in records. */
    public String pseudonym() {
        return Person.pseudonym(provider.issuerUrl(REALM).toString(), SOMEBODY);
    }

    /** Sends JSON to the API with an access token. */
    public HttpResponse<String> send(URI address, String key, String json, Map<String, Object> claims)
            throws IOException, InterruptedException {
        return send(withToken(address, claims)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** Signs in on the way to the page and stays; the browser is the caller's to close. */
    public HttpClient signedIn(URI page, Map<String, Object> claims) throws IOException, InterruptedException {
        HttpClient browser = browser(claims);
        browser.send(page(page), BodyHandlers.discarding());
        return browser;
    }

    /** The field of a form by which a service knows that whoever sends it is signed in with that browser. */
    public static String formToken(HttpClient browser, URI service) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/signed-in")).build();
        String page = browser.send(request, BodyHandlers.ofString()).body();
        return "csrf=" + page.replaceFirst("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }

    /** Asks the API with an access token. */
    public HttpResponse<String> program(URI address, String method, Map<String, Object> claims)
            throws IOException, InterruptedException {
        return send(withToken(address, claims)
                .method(method, BodyPublishers.noBody())
                .build());
    }

    /** Signs in on the way to the page. */
    public HttpResponse<String> person(URI address, Map<String, Object> claims)
            throws IOException, InterruptedException {
        try (HttpClient browser = browser(claims)) {
            return browser.send(page(address), BodyHandlers.ofString());
        }
    }

    public static Map<String, Object> claims(Role role, String... units) {
        boolean office = role == Role.COMMISSIONER_OFFICER || role == Role.AUDITOR;
        List<String> bodies = office ? List.of("COMMISSIONER") : List.of();
        return Map.of("roles", List.of(role.code()), "units", List.of(units), "body", bodies);
    }

    private HttpRequest.Builder withToken(URI address, Map<String, Object> claims) {
        String token = provider.issueToken(REALM, service, callback(claims)).serialize();
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient program = HttpClient.newHttpClient()) {
            return program.send(request, BodyHandlers.ofString());
        }
    }

    private HttpClient browser(Map<String, Object> claims) {
        provider.enqueueCallback(callback(claims));
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.ALWAYS)
                .build();
    }

    private static HttpRequest page(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "text/html").build();
    }

    private DefaultOAuth2TokenCallback callback(Map<String, Object> claims) {
        return new DefaultOAuth2TokenCallback(REALM, SOMEBODY, "JWT", List.of(service), claims, 3_600);
    }

    @Override
    public void close() {
        provider.shutdown();
    }
}
