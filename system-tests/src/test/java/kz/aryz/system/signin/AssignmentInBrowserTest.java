package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.browser.InBrowser;
import kz.aryz.system.journey.Complaints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The head of a unit gives its complaints to its people on the page. */
@InBrowser
@Uses(SignInAryz.class)
class AssignmentInBrowserTest {

    private static final String INVESTIGATOR = "investigator-almaty-2";

    private final Browser browser;
    private final SignInAryz aryz = SignInAryz.get();
    private String complaint = "";

    AssignmentInBrowserTest(Browser browser) {
        this.browser = browser;
    }

    /** A complaint lies in the queue, and the investigator has been here. */
    @BeforeEach
    void begin() throws IOException {
        try (Http http = new Http();
                Employee investigator = Employee.of(browser, aryz)) {
            Http.Answer answer = http.post(
                    aryz.addresses().intakeUrl().resolve("/api/v1/complaints"),
                    Complaints.torture("WEB_FORM", "ru").toString(),
                    Map.of("Idempotency-Key", UUID.randomUUID().toString()));
            complaint = answer.body().path("complaintNumber").asText();
            investigator.signIn(aryz.desk(), INVESTIGATOR);
        }
    }

    @Test
    void whatTheHeadGivesIsThereForTheInvestigator() {
        try (Employee head = Employee.of(browser, aryz);
                Employee investigator = Employee.of(browser, aryz)) {
            head.signIn(aryz.desk(), "head-almaty");
            await().atMost(PATIENCE).until(() -> head.rows(ALMATY, complaint) == 1);
            assertThat(head.assignee(complaint)).isEqualTo("nobody yet");

            assertThat(head.give(complaint, INVESTIGATOR)).isEqualTo("The complaint is assigned.");

            assertThat(head.assignee(complaint)).isEqualTo(INVESTIGATOR);
            assertThat(head.give(complaint, INVESTIGATOR)).isEqualTo("That person has the complaint already.");
            investigator.signIn(aryz.desk(), INVESTIGATOR);
            assertThat(investigator.rows(ALMATY, complaint)).isOne();
        }
    }

    @Test
    void aRefreshLeavesWhatWasChosen() {
        try (Employee head = Employee.of(browser, aryz)) {
            head.signIn(aryz.desk(), "head-almaty");
            await().atMost(PATIENCE).until(() -> head.rows(ALMATY, complaint) == 1);

            assertThat(head.chosenAfterRefresh(complaint, INVESTIGATOR)).isEqualTo(INVESTIGATOR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void thePageShutsNobodyOutAndFitsASmallTelephone(String language) {
        try (Employee head = Employee.reading(browser, aryz, language)) {
            head.signIn(aryz.desk(), "head-almaty");
            await().atMost(PATIENCE).until(() -> head.rows(ALMATY, complaint) == 1);

            assertThat(head.hindrances()).isEmpty();
        }
    }
}
