package kz.aryz.system.signin;

import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.browser.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a complaint, on which people of two bodies decide whether it may be destroyed. */
@InBrowser
@Uses(SignInAryz.class)
class DestructionInBrowserTest {

    private static final String TITLE = "Destruction and legal holds";
    private static final String ORDER = "2-17/2026";

    private final Browser browser;
    private final SignInAryz aryz = SignInAryz.get();
    private final Http http = new Http();
    private RoutedComplaint complaint;
    private String path;

    DestructionInBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        Colleague head = Colleague.of(aryz, "head-of-unit", ALMATY);
        complaint = RoutedComplaint.handIn(http, aryz.addresses(), head, aryz.desk());
        path = "/complaints/" + complaint.id();
    }

    @AfterEach
    void end() {
        http.close();
    }

    @Test
    void whatBothApproveIsDestroyedAndNotWhileOneOfThemHoldsIt() {
        try (Employee officer = officer("commissioner, step-up");
                Employee prosecutor = prosecutor("supervisor-almaty, step-up")) {
            assertThat(officer.text("#standing")).contains("No legal hold stands", "Nobody has approved");
            assertThat(prosecutor.text("main")).contains(TITLE, "is not shown here");

            decide(officer, "APPROVE", "COURT_ORDER", "identity");
            decide(prosecutor, "HOLD", "COURT_PROCEEDINGS");
            decide(prosecutor, "APPROVE", "COURT_ORDER", "identity");

            officer.awaitPage(aryz.inbox(), path, () -> {
                assertThat(officer.text("main")).contains("it is needed in court, " + ORDER);
                assertThat(officer.text("#standing")).contains("Approved on").doesNotContain("Nobody", "No legal hold");
                assertThat(officer.text("#missing"))
                        .contains("a legal hold stands")
                        .doesNotContain("has approved it");
            });
            assertThat(shredLater()).contains("LEGAL_HOLD");

            decide(prosecutor, "LIFT", "PROCEEDINGS_OVER");

            officer.awaitMain(aryz.inbox(), path, "No legal hold stands");
            assertThat(officer.text("#missing")).contains("too recently");
            assertThat(shredLater()).contains("From now on nobody opens them");
            officer.awaitMain(aryz.inbox(), path, "destroyed for ever: Who is concerned");
        }
    }

    @Test
    void whoeverHasNotProvedThemselvesJustNowCanHoldItAndNothingElse() {
        try (Employee officer = officer("commissioner");
                Employee prosecutor = prosecutor("supervisor-almaty")) {
            for (Employee somebody : new Employee[] {officer, prosecutor}) {
                assertThat(somebody.text("main")).contains("This is done only by people who have just proved");
                assertThat(somebody.page()
                                .locator("#reason-APPROVE, #reason-LIFT")
                                .count())
                        .isZero();

                decide(somebody, "HOLD", "CRIMINAL_CASE");
            }

            officer.awaitPage(aryz.inbox(), path, () -> {
                assertThat(officer.text("main")).contains("set by");
                assertThat(officer.text("#standing").split("Legal hold since", -1))
                        .hasSize(3);
            });
            assertThat(shredLater()).contains("LEGAL_HOLD");
        }
    }

    @Test
    void whatIsMissingIsSaidInTheFormWhichComesBackAsItWas() {
        try (Employee prosecutor = prosecutor("supervisor-almaty, step-up")) {
            assertThat(prosecutor.decide("APPROVE", "COURT_ORDER", " ", "note").status())
                    .isEqualTo(400);

            assertThat(prosecutor.text("[role=alert]")).contains("Nothing was put on record", "must have its number");
            assertThat(prosecutor.page().isChecked("[type=checkbox][value=note]"))
                    .isTrue();
            assertThat(prosecutor.page().isChecked("[type=checkbox][value=identity]"))
                    .isFalse();
            assertThat(prosecutor.page().inputValue("#reason-APPROVE")).isEqualTo("COURT_ORDER");
            prosecutor.assertIsForEverybody();
        }
    }

    @Test
    void whatAProsecutorTypedOutlivesTheirSessionAndIsOnRecordWhenTheySendItAgain() {
        try (Employee prosecutor = prosecutor("supervisor-almaty, step-up")) {
            prosecutor.page().context().clearCookies();

            assertThat(prosecutor
                            .decide("APPROVE", "COURT_ORDER", ORDER, "identity")
                            .status())
                    .isEqualTo(401);
            prosecutor.signInElsewhere(aryz.desk(), "supervisor-almaty, step-up");
            prosecutor.goOn();

            assertThat(prosecutor.text("[role=alert]")).contains("signed in anew");
            assertThat(prosecutor.page().isChecked("[type=checkbox][value=identity]"))
                    .isTrue();
            decide(prosecutor, "APPROVE", "COURT_ORDER");
        }
    }

    @Test
    void forWhoeverDoesNotDecideAboutItThereIsNothingOfItOnThePage() {
        try (Employee head = at(aryz.desk(), "head-almaty, step-up", complaint.number())) {
            assertThat(head.text("main")).doesNotContain(TITLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void nobodyIsShutOutOfTheForms(String language) {
        try (Employee officer = officer("commissioner, step-up");
                Employee prosecutor = prosecutor("supervisor-almaty, step-up")) {
            officer.open(aryz.inbox(), path + "?lang=" + language);
            officer.assertIsForEverybody();
            prosecutor.open(aryz.desk(), path + "?lang=" + language);
            prosecutor.assertIsForEverybody();
        }
    }

    private Employee officer(String account) {
        return at(aryz.inbox(), account, TITLE);
    }

    private Employee prosecutor(String account) {
        return at(aryz.desk(), account, TITLE);
    }

    /** Somebody who has the page of the complaint before them. */
    private Employee at(URI service, String account, String text) {
        Employee somebody = Employee.of(browser, aryz);
        somebody.signIn(service, account);
        somebody.awaitMain(service, path, text);
        return somebody;
    }

    private static void decide(Employee somebody, String step, String reason, String... sections) {
        assertThat(somebody.decide(step, reason, ORDER, sections).status()).isEqualTo(200);
        assertThat(somebody.text("[role=status]")).contains("on record");
    }

    /** What {@code aryz shred} says when there was time to think again. */
    private String shredLater() {
        StringWriter said = new StringWriter();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(31));
        Shred.identity(aryz, complaint.id(), later, said);
        return said.toString();
    }
}
