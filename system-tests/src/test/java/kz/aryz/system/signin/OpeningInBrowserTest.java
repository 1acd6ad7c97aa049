package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import java.io.IOException;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.browser.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an officer reads on a page, once. */
@InBrowser
@Uses(SignInAryz.class)
class OpeningInBrowserTest {

    private final Browser browser;
    private final SignInAryz aryz = SignInAryz.get();
    private final Http http = new Http();

    OpeningInBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void anOfficerOpensAComplaintOnceAndTheNextLookShowsThatAndNotTheContent() throws Exception {
        HeldComplaint held = held();
        String path = "/complaints/" + held.id();
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner, step-up");
            assertThat(officer.open(aryz.inbox(), path).text())
                    .contains(held.number())
                    .doesNotContain(held.name());

            Response opened = officer.openSection("identity", "PROTECTION", "звонить вечером");

            assertThat(opened.status()).isEqualTo(200);
            assertThat(opened.url()).endsWith(path + "/openings");
            assertThat(opened.headers()).containsEntry("cache-control", "no-store");
            assertThat(officer.text(".opened")).contains("Full name", held.name());
            assertThat(officer.open(aryz.inbox(), path).text()).doesNotContain(held.name());
            String history = "Who is concerned (to protect or reach somebody)";
            officer.awaitMain(aryz.inbox(), path, history);
            assertThat(officer.text("[aria-labelledby=history]")).contains(history);
            assertThat(officer.text("main")).doesNotContain(held.name());
            officer.openAccesses();
            assertThat(officer.text("main")).contains(held.number(), "to protect or reach somebody");
            assertThat(officer.text("main")).doesNotContain("звонить вечером");
        }
    }

    @Test
    void anOfficerReadsWhatAColleagueSaidAndOfWhichOpening() throws Exception {
        HeldComplaint held = held();
        String path = "/complaints/" + held.id();
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner, step-up");
            officer.open(aryz.inbox(), path);
            assertThat(officer.page().locator("#about-note").count()).isZero();
            officer.openSection("account", "PROTECTION", "звонить вечером");
            await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
                officer.open(aryz.inbox(), path);
                assertThat(officer.page().locator("#about-note").count()).isOne();
            });
            officer.assertIsForEverybody();

            Response opened = officer.openSection("note", "OVERSIGHT", "");

            assertThat(opened.status()).isEqualTo(200);
            assertThat(officer.text(".opened"))
                    .contains("What happened (to protect or reach somebody)", "звонить вечером");
            officer.assertIsForEverybody();
            officer.openAccesses();
            assertThat(officer.text("main")).contains("sealed; it opens on the page of the complaint");
            assertThat(officer.text("main")).doesNotContain("звонить вечером");
        }
    }

    @Test
    void whoeverAsksWithoutAFreshProofGetsBackWhatTheyTyped() throws Exception {
        HeldComplaint held = held();
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner");
            officer.open(aryz.inbox(), "/complaints/" + held.id());
            officer.page().evaluate("document.querySelector('input[name=section][value=account]').value = 'identity'");

            Response refused = officer.openSection("account", "PROTECTION", "звонить вечером");

            assertThat(refused.status()).isEqualTo(403);
            assertThat(officer.text("main")).contains("Nothing was opened").doesNotContain(held.name());
            assertThat(officer.typed("identity")).containsExactly("PROTECTION", "звонить вечером");
            officer.assertIsForEverybody();
        }
    }

    @Test
    void theInboxLeadsToTheComplaint() throws Exception {
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner");

            officer.follow("article a", aryz.complaint());

            assertThat(officer.text("h1")).contains(aryz.complaint());
            assertThat(officer.text("main")).contains("A unit has this complaint");
        }
    }

    @Test
    void anAuditorReadsTheLogAndNoComplaint() throws Exception {
        HeldComplaint held = held();
        try (Employee auditor = Employee.of(browser, aryz)) {
            auditor.signIn(aryz.inbox(), "auditor");

            assertThat(auditor.openAccesses().status()).isEqualTo(200);
            assertThat(auditor.text("main")).contains(held.number());
            assertThat(auditor.links("main")).noneMatch(link -> link.startsWith("/complaints/"));
            assertThat(auditor.open(aryz.inbox(), "/complaints/" + held.id()).status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void nobodyIsShutOutOfThesePages(String language) throws Exception {
        HeldComplaint held = held();
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner");
            officer.open(aryz.inbox(), "/complaints/" + held.id() + "?lang=" + language);
            officer.assertIsForEverybody();
            officer.openSection("account", "OVERSIGHT", "");
            officer.assertIsForEverybody();
            officer.openAccesses();
            officer.assertIsForEverybody();
        }
    }

    private HeldComplaint held() throws IOException {
        Token officer = Token.of(aryz.offset(), "--role", "commissioner-officer");
        return HeldComplaint.handIn(http, aryz.addresses(), aryz.log()).awaitAt(aryz.inbox(), officer, http);
    }
}
