package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import java.io.IOException;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.browser.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit's people read a complaint where its queue leads them. */
@InBrowser
@Uses(SignInAryz.class)
class UnitOpeningInBrowserTest {

    private final Browser browser;
    private final SignInAryz aryz = SignInAryz.get();
    private final Http http = new Http();
    private RoutedComplaint complaint;

    UnitOpeningInBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        Colleague head = Colleague.of(aryz, "head-of-unit", ALMATY);
        complaint = RoutedComplaint.handIn(http, aryz.addresses(), head, aryz.desk());
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(head.token()
                                .post(
                                        http,
                                        aryz.desk().resolve("/api/v1/complaints/" + complaint.id() + "/openings"),
                                        "{\"section\": \"account\", \"purpose\": \"OVERSIGHT\"}")
                                .status())
                        .isEqualTo(200));
    }

    @AfterEach
    void end() {
        http.close();
    }

    @Test
    void theQueueLeadsToTheComplaintAndThereWhatHappenedIsOpened() {
        try (Employee head = Employee.of(browser, aryz)) {
            head.signIn(aryz.desk(), "head-almaty, step-up");
            assertThat(head.rows(ALMATY, complaint.number())).isOne();

            head.follow("th.number a", complaint.number());

            assertThat(head.text("h1")).contains(complaint.number());
            assertThat(head.text("main"))
                    .doesNotContain(complaint.story(), complaint.name(), "What is on record about it");
            assertThat(head.links("main nav")).containsExactly("/");
            Response opened = head.openSection("account", "INVESTIGATION", "");
            assertThat(opened.status()).isEqualTo(200);
            assertThat(opened.headers()).containsEntry("cache-control", "no-store");
            assertThat(head.text(".opened")).contains(complaint.story()).doesNotContain(complaint.name());
            assertThat(head.open(aryz.desk(), "/complaints/" + complaint.id()).text())
                    .doesNotContain(complaint.story());
        }
    }

    @Test
    void anEmergencyStandsApartAndSaysThatTheCommissionerIsTold() {
        try (Employee head = Employee.of(browser, aryz)) {
            head.signIn(aryz.desk(), "head-almaty, step-up");
            head.open(aryz.desk(), "/complaints/" + complaint.id());
            assertThat(head.text(".emergency")).contains("The Commissioner is told at once");

            Response opened = head.openSection("emergency", "PROTECTION", "он без сознания");

            assertThat(opened.status()).isEqualTo(200);
            assertThat(head.text(".opened")).contains(complaint.name());
        }
    }

    @Test
    void theCommissionersOfficerSeesItHappen() {
        try (Employee officer = Employee.of(browser, aryz);
                Employee head = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "/accesses", "commissioner");
            head.signIn(aryz.desk(), "head-almaty, step-up");
            head.open(aryz.desk(), "/complaints/" + complaint.id());
            head.openSection("emergency", "PROTECTION", "он без сознания");

            officer.page()
                    .waitForSelector("article:has-text('In an emergency'):has-text('" + complaint.number() + "')");
        }
    }

    @Test
    void whoMayNotKnowOfItIsShownThePageOfNoComplaintAtAll() {
        try (Employee stranger = Employee.of(browser, aryz)) {
            stranger.signIn(aryz.desk(), "head-astana");

            Response answer = stranger.open(aryz.desk(), "/complaints/" + complaint.id());
            String page = answer.text();
            Response nothing = stranger.open(aryz.desk(), "/complaints/00000000-0000-8000-8000-000000000000");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(page).isEqualTo(nothing.text());
            assertThat(stranger.open(aryz.desk(), "/complaints/malformed").text())
                    .isEqualTo(page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void nobodyIsShutOutOfThesePages(String language) {
        try (Employee head = Employee.of(browser, aryz)) {
            head.signIn(aryz.desk(), "head-almaty, step-up");
            head.open(aryz.desk(), "/complaints/" + complaint.id() + "?lang=" + language);
            head.assertIsForEverybody();
            head.openSection("account", "OVERSIGHT", "");
            head.assertIsForEverybody();
        }
    }
}
