package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

/** A form in which somebody says something confidential, and the session that ends before they send it. */
class StaffNoteTest {
    private static final String OFFICER = "commissioner-officer";
    private static final String SAID = "Жанна & \"others\"";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43});");
    private static final Pattern UNSENT = Pattern.compile("name=\"unsent\" value=\"([^\"]+)\"");

    private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
    private final TestProvider provider = new TestProvider();
    private StaffSite site;
    private Browser browser;
    private String token;

    @BeforeEach
    void signIn() throws Exception {
        site = new StaffSite(Optional.of(provider.client()), clock);
        browser = new Browser(site.address());
        signIn("aigul");
        token = found(TOKEN, browser.get("/"));
    }

    @AfterEach
    void stop() {
        site.close();
        provider.close();
    }

    @Test
    void isTakenInTheSessionThatItWasShownIn() throws Exception {
        assertThat(send("/note", said()).body()).isEqualTo("taken");
        assertThat(site.changes()).isOne();
    }

    @Test
    void goesBackSealedToABrowserThatNobodyIsSignedInWith() throws Exception {
        clock.add(Sessions.IDLE);

        HttpResponse<String> answer = send("/note?place=1", said());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("/sign-in?return=/signed-in")
                .doesNotContain("/note", "Жанна", "others", token, "Bearer", "aigul");
        assertThat(site.changes()).isZero();
    }

    @Test
    void comesBackToItsPersonAndIsNotTakenByThat() throws Exception {
        Map<String, String> unsent = unsent();
        signIn("aigul");

        HttpResponse<String> answer = send("/note", unsent);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).endsWith("[" + SAID + "]");
        assertThat(site.changes()).isZero();
    }

    @Test
    void comesBackHoweverLongItMayBe() throws Exception {
        String longest = "x".repeat(EvenRefusals.MAX_BODY_BYTES - "csrf=&note=".length() - token.length());
        clock.add(Sessions.IDLE);
        Map<String, String> unsent = Map.of("unsent", found(UNSENT, send("/note", said(longest))));
        HttpResponse<String> tooLong = send("/note", said(longest + "x"));
        HttpResponse<String> again = send("/note", unsent);
        signIn("aigul");

        HttpResponse<String> answer = send("/note", unsent);

        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).endsWith("[" + longest + "]");
        token = found(TOKEN, browser.get("/"));
        assertThat(send("/note", said(longest)).body()).isEqualTo("taken");
        assertThat(send("/note", said(longest + "x")).statusCode()).isEqualTo(413);
    }

    @Test
    void outlastsAnotherSessionAndARestart() throws Exception {
        clock.add(Sessions.IDLE);
        Map<String, String> twice = Map.of("unsent", found(UNSENT, send("/note", unsent())));
        site.close();
        site = new StaffSite(Optional.of(provider.client()), clock);
        browser = new Browser(site.address());
        signIn("aigul");

        assertThat(send("/note", twice).body()).endsWith("[" + SAID + "]");
    }

    @Test
    void comesBackToNobodyElse() throws Exception {
        Map<String, String> unsent = unsent();
        signIn("dana");

        HttpResponse<String> sealed = send("/note", unsent);
        HttpResponse<String> asItWas = send("/note", said());

        assertThat(sealed.statusCode()).isEqualTo(403);
        assertThat(sealed.body()).contains("stale-form").doesNotContain("Жанна", "others");
        assertThat(asItWas.statusCode()).isEqualTo(403);
        assertThat(asItWas.body()).isEqualTo(sealed.body());
        assertThat(site.changes()).isZero();
    }

    @Test
    void comesBackToItsPersonWhoHasSignedInAnewInAnotherWindow() throws Exception {
        signIn("aigul");

        HttpResponse<String> answer = send("/note", said());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).endsWith("[" + SAID + "]");
        assertThat(site.changes()).isZero();
    }

    @Test
    void comesBackInItsOwnPlaceAlone() throws Exception {
        Map<String, String> unsent = unsent();
        signIn("aigul");

        HttpResponse<String> answer = send("/other-note", unsent);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("stale-form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\u0000"})
    void whatNobodyHasSealedIsNoForm(String unsent) throws Exception {
        assertThat(send("/note", Map.of("unsent", unsent)).statusCode()).isEqualTo(403);
        assertThat(send("/note", Map.of("csrf", unsent, "note", "x")).statusCode())
                .isEqualTo(403);
        assertThat(site.changes()).isZero();
    }

    @Test
    void goesBackWhileNobodyCanSayWhoSentIt() throws Exception {
        provider.close();
        clock.add(Duration.ofMinutes(29));
        browser.get("/");
        clock.add(Duration.ofMinutes(2));

        assertThat(send("/note", said()).statusCode()).isEqualTo(401);
    }

    private void signIn(String name) throws Exception {
        if (browser.cookies().isEmpty()) {
            provider.nextIs(name, OFFICER);
            browser.open("/");
        } else {
            browser.proveIdentity(browser.open("/sign-in"), name, OFFICER);
        }
    }

    private Map<String, String> unsent() throws Exception {
        clock.add(Sessions.IDLE);
        return Map.of("unsent", found(UNSENT, send("/note", said())));
    }

    private Map<String, String> said() {
        return said(SAID);
    }

    private Map<String, String> said(String note) {
        Map<String, String> form = new HashMap<>(Map.of("note", note));
        form.put("csrf", token);
        return form;
    }

    private HttpResponse<String> send(String path, Map<String, String> form) throws Exception {
        return browser.post(path, form);
    }

    private static String found(Pattern what, HttpResponse<String> page) {
        Matcher found = what.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }
}
