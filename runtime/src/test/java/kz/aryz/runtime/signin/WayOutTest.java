package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

/** Somebody who signed in with the wrong account stands before what is not there for them. */
class WayOutTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final String[] BROWSER = {"Accept", "text/html"};

    private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
    private final TestProvider provider = new TestProvider();
    private StaffSite site;
    private Browser browser;

    @BeforeEach
    void signIn() throws Exception {
        site = new StaffSite(Optional.of(provider.client()), clock);
        browser = new Browser(site.address());
        provider.nextIs("clerk", "intake-clerk");
        browser.open("/signed-in");
    }

    @AfterEach
    void stop() {
        site.close();
        provider.close();
    }

    @Test
    void whatIsNotThereForSomebodyOffersTheSameWayOutAsWhatIsNotThere() throws Exception {
        HttpResponse<String> barred = browser.get("/deep", BROWSER);
        HttpResponse<String> unknown = browser.get("/no-such-page", BROWSER);

        assertThat(barred.statusCode()).isEqualTo(404);
        assertThat(barred.body()).isEqualTo(unknown.body()).contains("action=\"/sign-out\"", "href=\"/\"", "clerk");
        assertThat(headers(barred)).isEqualTo(headers(unknown));
    }

    @Test
    void whoeverTakesItIsSignedOut() throws Exception {
        Matcher token = TOKEN.matcher(browser.get("/deep", BROWSER).body());
        assertThat(token.find()).isTrue();

        HttpResponse<String> left = browser.post("/sign-out", Map.of("csrf", token.group(1)));

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(browser.get("/deep", BROWSER).statusCode()).isEqualTo(303);
    }

    @Test
    void browsersMayFollowItToTheProvider() throws Exception {
        String policy = browser.get("/no-such-page", BROWSER)
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();

        assertThat(policy).contains("form-action 'self' " + provider.issuer().getScheme() + "://");
    }

    @Test
    void whoeverIsNotSignedInIsOfferedNone() throws Exception {
        assertThat(new Browser(site.address()).get("/no-such-page", BROWSER).body())
                .contains("href=\"/\"")
                .doesNotContain("sign-out");
    }

    @Test
    void toBeToldOfAProblemKeepsNoSessionAlive() throws Exception {
        clock.add(Sessions.IDLE.minusMinutes(1));
        browser.get("/no-such-page", BROWSER);
        clock.add(Duration.ofMinutes(1));

        assertThat(browser.get("/no-such-page", BROWSER).body()).doesNotContain("sign-out");
    }

    private static Map<String, String> headers(HttpResponse<?> answer) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.remove("date");
        return headers;
    }
}
