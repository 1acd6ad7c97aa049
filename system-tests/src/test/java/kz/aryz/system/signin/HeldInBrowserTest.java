package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import java.io.IOException;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.browser.InBrowser;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of what the Commissioner's office holds, by which an officer finds what no alert tells of. */
@InBrowser
@Uses(SignInAryz.class)
class HeldInBrowserTest {

    private final Browser browser;
    private final SignInAryz aryz = SignInAryz.get();
    private final Http http = new Http();
    private final Token officer;

    HeldInBrowserTest(Browser browser) {
        this.browser = browser;
        this.officer = Token.of(aryz.offset(), "--role", "commissioner-officer");
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void whileTriageIsStoppedAnOfficerFindsTheWayFromTheInboxToWhatNoAlertTellsOf() throws Exception {
        HeldComplaint decided = awaitHeld(HeldComplaint.harmless(http, aryz.addresses(), aryz.log()), "NO_CONSENT");
        assertThat(alertsAbout(decided)).isZero();
        aryz.secondDesk().stop();
        aryz.processes().triage().stop(PATIENCE);
        try (Employee employee = Employee.of(browser, aryz)) {
            HeldComplaint undecided = awaitHeld(HeldComplaint.handIn(http, aryz.addresses(), aryz.log()), "UNDECIDED");
            employee.signIn(aryz.inbox(), "commissioner, step-up");

            employee.follow("main nav a", "Held here");

            assertThat(employee.find("article", undecided.number()).innerText())
                    .contains("Nobody has decided yet", "Reminded from");
            employee.open(aryz.inbox(), "/held");
            assertThat(employee.find("article", decided.number()).innerText())
                    .contains("No consent to tell a unit", "C (safeguards and conditions)", "Held since");
            employee.follow("article a", decided.number());
            assertThat(employee.text("main")).contains("has waited here since");
            Response opened = employee.openSection("account", "OVERSIGHT", "");
            assertThat(opened.status()).isEqualTo(200);
            assertThat(employee.text(".opened")).contains(decided.story());
        } finally {
            aryz.processes().triage().startAndAwait(PATIENCE);
            aryz.secondDesk().resume();
        }
    }

    @Test
    void whatConsentKeepsFromTheUnitThatHasTheFactsIsThereUntilItIsReleased() throws Exception {
        HeldComplaint held = awaitHeld(HeldComplaint.inDanger(http, aryz.addresses(), aryz.log()), "FACTS_ONLY");
        try (Employee employee = Employee.of(browser, aryz)) {
            employee.signIn(aryz.inbox(), "commissioner, step-up");
            await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
                employee.open(aryz.inbox(), "/complaints/" + held.id());
                assertThat(employee.text("main")).contains("What consent keeps from the unit has waited here since");
            });
            String unit = employee.page().inputValue("#unit-release");

            employee.letGo("release", unit, "LIFE_AT_RISK");

            await().pollInSameThread()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(reason(held)).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void nobodyIsShutOutOfTheList(String language) throws Exception {
        awaitHeld(HeldComplaint.handIn(http, aryz.addresses(), aryz.log()), "NO_CONSENT");
        try (Employee employee = Employee.of(browser, aryz)) {
            employee.signIn(aryz.inbox(), "commissioner");

            employee.open(aryz.inbox(), "/held?lang=" + language);

            assertThat(employee.page().locator("article").count()).isPositive();
            employee.assertIsForEverybody();
        }
    }

    private HeldComplaint awaitHeld(HeldComplaint complaint, String reason) {
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(reason(complaint)).isEqualTo(reason));
        return complaint;
    }

    /** Why it is held, as programs are told; empty where it is not in the list. */
    private String reason(HeldComplaint complaint) throws IOException {
        String next = "";
        do {
            Http.Answer page = officer.read(http, aryz.inbox().resolve("/api/v1/held?limit=500" + next));
            for (JsonNode item : page.body().path("items")) {
                if (item.path("complaintId").asText().equals(complaint.id())) {
                    return item.path("reason").asText();
                }
            }
            next = page.body().path("next").isTextual()
                    ? "&after=" + page.body().path("next").asText()
                    : "";
        } while (!next.isEmpty());
        return "";
    }

    private long alertsAbout(HeldComplaint complaint) {
        return aryz.log().of(Topics.OBLIGATIONS).stream()
                .filter(obligation ->
                        complaint.id().equals(obligation.getRaised().getComplaintId()))
                .count();
    }
}
