package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.util.Map;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.browser.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a held complaint, from which an officer lets a unit have it. */
@InBrowser
@Uses(SignInAryz.class)
class ReleaseInBrowserTest {

    private final Browser browser;
    private final SignInAryz aryz = SignInAryz.get();
    private final Http http = new Http();

    ReleaseInBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void anOfficerReadsWhatAReleaseDoesAndReleasesTheIdentityForGood() throws Exception {
        HeldComplaint held = held();
        String path = "/complaints/" + held.id();
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner, step-up");
            officer.awaitMain(aryz.inbox(), path, "has waited here since", "cannot be taken back");

            officer.letGo("release", ALMATY, "CONSENT_OBTAINED_LATER");

            assertThat(officer.text("[role=status]")).isEqualTo("It is done.");
            officer.awaitMain(
                    aryz.inbox(),
                    path,
                    "What comes in later stays sealed",
                    "Parts of the identity that the unit can open: 1");
            assertThat(officer.text("main")).doesNotContain("Release for good");
            officer.openAccesses();
            assertThat(officer.text("main")).contains("asked to release to " + ALMATY, "consent was obtained later");
        }
    }

    @Test
    void anOfficerStartsACheckAndTheUnitHasTheFactsAndNothingThatIsSealed() throws Exception {
        HeldComplaint held = held();
        String path = "/complaints/" + held.id();
        try (Employee officer = Employee.of(browser, aryz);
                Employee head = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner, step-up");
            officer.awaitMain(aryz.inbox(), path, "Start an ex-officio check");

            officer.letGo("ex-officio-check", ALMATY, "PUBLIC_INTEREST");

            assertThat(officer.text("[role=status]")).isEqualTo("It is done.");
            head.signIn(aryz.desk(), "head-almaty");
            await().pollInSameThread()
                    .atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(head.rows(ALMATY, held.number())).isOne());
            head.open(aryz.desk(), path);
            assertThat(head.text("main")).contains(held.number()).doesNotContain(held.name(), held.story());
            await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
                officer.open(aryz.inbox(), path);
                assertThat(officer.text("main")).doesNotContain("Start the check");
            });
        }
    }

    @Test
    void whoeverReleasesWithoutAFreshProofGetsBackWhatTheyChoseAndTypedAndReleasesNothing() throws Exception {
        HeldComplaint held = held();
        String path = "/complaints/" + held.id();
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner");
            officer.awaitMain(aryz.inbox(), path, "This is done only by people who have just proved");
            assertThat(officer.page()
                            .locator("#unit-release, #unit-ex-officio-check")
                            .count())
                    .isZero();

            Response refused = officer.sendLate(
                    path + "/release",
                    Map.of("unit", ALMATY, "reason", "OTHER", "note", "звонила мать", "key", "late", "seq", "3"));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(officer.text("[role=alert]")).contains("Nothing was done");
            assertThat(officer.typedFor("release")).containsExactly(ALMATY, "OTHER", "звонила мать");
            assertThat(officer.page().locator("#unit-ex-officio-check").count()).isZero();
            officer.assertIsForEverybody();
        }
    }

    @Test
    void whatIsMissingIsSaidInTheFormWhichComesBackAsItWas() throws Exception {
        HeldComplaint held = held();
        String path = "/complaints/" + held.id();
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner, step-up");
            officer.awaitMain(aryz.inbox(), path, "cannot be taken back");

            assertThat(officer.wish("release", ALMATY, "OTHER", " ").status()).isEqualTo(400);

            assertThat(officer.text("[role=alert]")).contains("Nothing was done", "write it in the note");
            assertThat(officer.typedFor("release")).containsExactly(ALMATY, "OTHER", " ");
            officer.assertIsForEverybody();
        }
    }

    @Test
    void whatAnOfficerTypedOutlivesTheirSessionAndIsDoneWhenTheySendItAgain() throws Exception {
        HeldComplaint held = held();
        String path = "/complaints/" + held.id();
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner, step-up");
            officer.awaitMain(aryz.inbox(), path, "cannot be taken back");
            officer.page().context().clearCookies();

            assertThat(officer.wish("release", ALMATY, "OTHER", "звонила мать").status())
                    .isEqualTo(401);
            assertThat(officer.page().content()).contains("Nothing was done").doesNotContain("звонила");
            officer.assertIsForEverybody();
            officer.signInElsewhere(aryz.inbox(), "commissioner, step-up");
            officer.goOn();

            assertThat(officer.text("[role=alert]")).contains("signed in anew");
            assertThat(officer.typedFor("release")).containsExactly(ALMATY, "OTHER", "звонила мать");
            assertThat(officer.wish("release", ALMATY, "OTHER", "звонила мать").status())
                    .isEqualTo(200);
            assertThat(officer.text("[role=status]")).isEqualTo("It is done.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void nobodyIsShutOutOfTheForms(String language) throws Exception {
        HeldComplaint held = held();
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner, step-up");
            officer.awaitMain(aryz.inbox(), "/complaints/" + held.id() + "?lang=" + language, held.number());
            officer.assertIsForEverybody();
        }
    }

    private HeldComplaint held() throws IOException {
        Token officer = Token.of(aryz.offset(), "--role", "commissioner-officer");
        return HeldComplaint.handIn(http, aryz.addresses(), aryz.log()).awaitAt(aryz.inbox(), officer, http);
    }
}
