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
import org.threeten.extra.MutableClock;

/** A form that takes long to fill in, and the session that ends meanwhile. */
class StaffFormTest {
    private static final String OFFICER = "commissioner-officer";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43});");
    private static final Map<String, String> TYPED = Map.of("text", "long");

    private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
    private final TestProvider provider = new TestProvider();
    private StaffSite site;
    private Browser browser;

    @BeforeEach
    void signIn() throws Exception {
        site = new StaffSite(Optional.of(provider.client()), clock);
        browser = new Browser(site.address());
        provider.nextIs("aigul", OFFICER);
        browser.open("/");
    }

    @AfterEach
    void stop() {
        site.close();
        provider.close();
    }

    @Test
    void isTakenInTheSessionThatItWasShownIn() throws Exception {
        assertThat(send(token(browser.get("/"))).body()).isEqualTo("taken");
        assertThat(site.changes()).isOne();
    }

    @Test
    void comesBackToWhomeverIsNotSignedInAnyMore() throws Exception {
        String token = token(browser.get("/"));
        clock.add(Duration.ofMinutes(30));

        HttpResponse<String> answer = send(token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("token=none; [long]");
        assertThat(site.changes()).isZero();
    }

    @Test
    void comesBackWithANewTokenToWhoeverHasSignedInAnew() throws Exception {
        String old = token(browser.get("/"));
        browser.proveIdentity(browser.open("/sign-in"), "aigul", OFFICER);

        HttpResponse<String> answer = send(old);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).endsWith("[long]");
        assertThat(site.changes()).isZero();
        assertThat(send(token(answer)).body()).isEqualTo("taken");
    }

    @Test
    void comesBackToWhoeverMayNotUseItAsToNobody() throws Exception {
        Browser clerk = new Browser(site.address());
        provider.nextIs("clerk", "intake-clerk");
        clerk.open("/signed-in");

        HttpResponse<String> barred = clerk.post("/long", TYPED);
        HttpResponse<String> unknown = new Browser(site.address()).post("/long", TYPED);

        assertThat(barred.statusCode()).isEqualTo(401);
        assertThat(barred.body()).isEqualTo(unknown.body()).endsWith("[long]");
        assertThat(site.changes()).isZero();
    }

    @Test
    void isReadUpToItsOwnLimit() throws Exception {
        String token = token(browser.get("/"));
        int others = "text=&csrf=".length() + token.length();

        assertThat(send(token, "x".repeat(StaffSite.LONGEST_FORM - others)).body())
                .isEqualTo("taken");
        assertThat(send(token, "x".repeat(StaffSite.LONGEST_FORM - others + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void needsNoTokenWhereNobodySignsIn() throws Exception {
        try (StaffSite open = new StaffSite(Optional.empty(), clock)) {
            assertThat(new Browser(open.address()).post("/long", TYPED).body()).isEqualTo("taken");
        }
    }

    private HttpResponse<String> send(String token) throws Exception {
        return send(token, "long");
    }

    private HttpResponse<String> send(String token, String text) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of("text", text));
        form.put("csrf", token);
        return browser.post("/long", form);
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
