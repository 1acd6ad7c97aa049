package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

/** Where somebody is led who has just signed in. */
class FirstPageTest {
    private final TestProvider provider = new TestProvider();
    private StaffSite site;

    @BeforeEach
    void start() throws Exception {
        site = new StaffSite(Optional.of(provider.client()), MutableClock.of(Instant.now(), ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        site.close();
        provider.close();
    }

    @Test
    void isTheServicesForWhomItIsThere() throws Exception {
        assertThat(first("commissioner-officer")).startsWith("<p>token=");
    }

    @Test
    void isTheFirstThatIsThereForWhomItIsNot() throws Exception {
        assertThat(first("auditor")).isEqualTo("log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"administrator", "statistician", "intake-clerk", "no-such-role"})
    void saysThatThereIsNoneAndLetsLeaveForWhomNoneIsThere(String role) throws Exception {
        assertThat(first(role))
                .contains("There is no page for you here", "action=\"/sign-out\"")
                .doesNotContain("href=\"/\"", "log");
    }

    private String first(String role) throws Exception {
        Browser browser = new Browser(site.address());
        provider.nextIs("somebody", role);
        return browser.open("/").body();
    }
}
