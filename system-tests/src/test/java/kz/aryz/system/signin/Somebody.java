package kz.aryz.system.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.access.Role;

/**
 * Somebody with a session at one service and an access token for it, who has just proved themselves anew; or nobody, with
 * neither. Follows no redirect.
 */
final class Somebody implements AutoCloseable {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([A-Za-z0-9_-]{43})\"");

    /** What is shorter says how somebody reads, not who they are. */
    private static final int SHORTEST_SECRET = 32;

    private final URI service;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NEVER)
            .build();
    private final Optional<String> formToken;
    private final Optional<String> accessToken;

    private Somebody(URI service) {
        this.service = service;
        this.formToken = Optional.empty();
        this.accessToken = Optional.empty();
    }

    private Somebody(URI service, URI issuer, String claims) throws IOException, InterruptedException {
        this.service = service;
        this.accessToken = Optional.of(ChosenToken.of(issuer, claims).text());
        this.formToken = Optional.of(signIn(claims));
    }

    static Somebody unknown(URI service) {
        return new Somebody(service);
    }

    /** With claims as the provider makes them into tokens. */
    static Somebody of(URI service, URI issuer, String claims) throws IOException, InterruptedException {
        return new Somebody(service, issuer, claims);
    }

    /** Of Almaty's prosecutors, or of the Commissioner's office. */
    static Somebody of(SignInAryz aryz, URI service, Role role) throws IOException, InterruptedException {
        String place = switch (role) {
            case COMMISSIONER_OFFICER, AUDITOR -> "\"body\":\"COMMISSIONER\"";
            default -> "\"units\":\"" + SignInAryz.ALMATY + "\"";
        };
        return of(
                service,
                aryz.addresses().issuer(),
                "{\"roles\":\"%s\",%s,\"acr\":\"step-up\",\"aud\":[\"intake-service\",\"triage-streams\",\"notifier\"]}"
                        .formatted(role.code(), place));
    }

    /** The way of a browser, which ends on a page that has a form, with the session's token. */
    private String signIn(String claims) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(Redirect.NORMAL)
                .build()) {
            HttpResponse<String> choice = browser.send(page("/signed-in").build(), BodyHandlers.ofString());
            HttpResponse<String> signedIn = browser.send(
                    HttpRequest.newBuilder(choice.uri())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "text/html")
                            .POST(BodyPublishers.ofString(
                                    "username=somebody&claims=" + URLEncoder.encode(claims, StandardCharsets.UTF_8)))
                            .build(),
                    BodyHandlers.ofString());
            Matcher token = FORM_TOKEN.matcher(signedIn.body());
            assertThat(token.find()).as(signedIn.body()).isTrue();
            return token.group(1);
        }
    }

    /** What forms of theirs carry; nothing for nobody. */
    String form() {
        return formToken.map(token -> "csrf=" + token).orElse("");
    }

    /** As a browser does, with the session. */
    Told page(String method, String path, String form) throws IOException, InterruptedException {
        return told(page(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(form)));
    }

    /** As a program does, with the access token and without the session. */
    Told api(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).header("Content-Type", "application/json");
        accessToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        try (HttpClient program = HttpClient.newHttpClient()) {
            return Told.of(program.send(
                    request.method(method, BodyPublishers.ofString(json)).build(), BodyHandlers.ofString()));
        }
    }

    /** What they show to be known by: cookies, the token of forms and that of programs. */
    List<String> shown() {
        return Stream.of(
                        cookies.getCookieStore().getCookies().stream().map(HttpCookie::getValue),
                        formToken.stream(),
                        accessToken.stream())
                .flatMap(texts -> texts)
                .filter(text -> text.length() >= SHORTEST_SECRET)
                .toList();
    }

    /** The request of a browser as it goes over the wire, with the session and the form's token. */
    byte[] rawPage(String method, String path, String form) {
        String session = cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
        String body = method.equals("POST") ? form() + "&" + form : form;
        return raw(method, path, "Accept: text/html\r\nCookie: " + session, "application/x-www-form-urlencoded", body);
    }

    /** The same of a program that posts JSON, with the access token. */
    byte[] rawApi(String path, String json) {
        return raw("POST", path, "Authorization: Bearer " + accessToken.orElseThrow(), "application/json", json);
    }

    private byte[] raw(String method, String path, String headers, String type, String body) {
        return "%s %s HTTP/1.1\r\nHost: %s\r\n%s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(method, path, service.getAuthority(), headers, type, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Accept", "text/html");
    }

    private Told told(HttpRequest.Builder request) throws IOException, InterruptedException {
        return Told.of(client.send(request.build(), BodyHandlers.ofString()));
    }

    @Override
    public void close() {
        client.close();
    }
}
