package kz.aryz.system.signin;

import static java.util.stream.Collectors.toSet;
import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.aryz.access.Person;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.browser.InBrowser;
import kz.aryz.system.browser.Visitor;
import kz.aryz.system.journey.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A clerk at the public face: signed in, several complaints in a row, and no text lost with a session. */
@InBrowser
@Uses(SignInAryz.class)
class ClerkInBrowserTest {

    private static final String CLERK = "/clerk";
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final String FITS = "document.documentElement.scrollWidth <= window.innerWidth";

    private final Browser browser;
    private final SignInAryz aryz = SignInAryz.get();

    ClerkInBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void threeComplaintsOfOneCallReachAQueueAndTheCommissioner() throws IOException {
        List<String> numbers = new ArrayList<>();
        try (Employee clerk = Employee.of(browser, aryz)) {
            clerk.signIn(aryz.intake(), CLERK, "clerk");
            ClerkPage form = new ClerkPage(clerk.page());
            form.note("callerNumber", "+7 700 000 00 00");
            for (String victim : List.of("first", "second", "third")) {
                assertThat(form.value("narrative")).isEmpty();
                assertThat(form.value("callerNumber")).isEqualTo("+7 700 000 00 00");
                form.takeDown("HOTLINE", "They beat the " + victim + " at the station.");
                assertThat(form.send().status()).isEqualTo(200);
                numbers.add(form.number());
                form.next();
            }
            clerk.signOut(aryz.intake());
        }

        assertThat(numbers).doesNotHaveDuplicates();
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(queuesAndMails())
                        .allSatisfy(told -> assertThat(told).contains(numbers)));
        assertThat(new Register(aryz.log()).submissions())
                .filteredOn(submission ->
                        numbers.contains(submission.getComplaintReceived().getComplaintNumber()))
                .extracting(submission -> submission.getHeader().getActorRef())
                .containsOnly(Person.pseudonym(aryz.addresses().issuer().toString(), "clerk"));
    }

    @ParameterizedTest
    @CsvSource({"monitor, VISIT", "terminal, FACILITY_TERMINAL"})
    void aMonitorAndATerminalHandAComplaintInAndSeeNothingElse(String account, String channel) throws IOException {
        String number;
        try (Employee employee = Employee.of(browser, aryz)) {
            employee.signIn(aryz.intake(), CLERK, account);
            ClerkPage form = new ClerkPage(employee.page());
            String story = "They beat me in cell 7.";
            form = account.equals("terminal") ? form.write(story) : form.takeDown(channel, story);

            assertThat(form.send().status()).isEqualTo(200);

            number = form.number();
            assertThat(form.key()).isNotEmpty();
            form.next("new");
            assertThat(form.value("narrative")).isEmpty();
            assertThat(employee.page().content()).doesNotContain(number, "cell 7");
            employee.signOut(aryz.intake());
            employee.assertIsAsked(aryz.intake(), CLERK);
        }
        assertThat(new Register(aryz.log()).submissions())
                .filteredOn(submission ->
                        number.equals(submission.getComplaintReceived().getComplaintNumber()))
                .singleElement()
                .satisfies(submission -> {
                    assertThat(submission.getComplaintReceived().getChannel()).hasToString(channel);
                    assertThat(submission.getHeader().getActorRef())
                            .isEqualTo(
                                    Person.pseudonym(aryz.addresses().issuer().toString(), account));
                });
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(queuesAndMails())
                        .allSatisfy(told -> assertThat(told).contains(number)));
    }

    /** What stands in all queues, and what the Commissioner got. */
    private List<String> queuesAndMails() throws IOException {
        String entered = new Register(aryz.log())
                .queueItems().stream()
                        .filter(item -> item.getEntered() != null)
                        .map(item -> item.getEntered().getComplaintNumber())
                        .toList()
                        .toString();
        return List.of(
                entered,
                Said.by("mail", "--port-offset", aryz.offset(), "--json").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"investigator-almaty", "head-almaty", "auditor", "statistician", "administrator"})
    void whoTakesNoComplaintsDownFindsNothingThere(String account) {
        try (Employee employee = Employee.of(browser, aryz)) {
            Response answer = employee.signIn(aryz.intake(), CLERK, account);
            String told = answer.text();
            Map<String, String> headers = new HashMap<>(answer.headers());
            Response nothing = employee.open(aryz.intake(), "/no-such-page");
            Map<String, String> others = new HashMap<>(nothing.headers());
            headers.remove("date");
            others.remove("date");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(told).isEqualTo(nothing.text());
            assertThat(headers).isEqualTo(others);
            employee.signOut(aryz.intake());
        }
    }

    @Test
    void aTextIsStillThereAfterItsSession() {
        try (Employee clerk = Employee.of(browser, aryz)) {
            ClerkPage form = takenDown(clerk);
            Map<?, ?> before = form.values();
            clerk.page().context().clearCookies();

            assertThat(form.send().status()).isEqualTo(401);
            assertThat(clerk.page().locator("main").innerText()).doesNotContain("First line");
            signInElsewhere(clerk);
            assertThat(form.follow(() -> clerk.page().locator("#go-on").click()).status())
                    .isEqualTo(403);
            assertThat(form.values()).isEqualTo(before);
            assertThat(form.send().status()).isEqualTo(200);
            assertThat(form.number()).isNotEmpty();
            clerk.signOut(aryz.intake());
        }
    }

    @Test
    void aTextIsStillThereInAnotherLanguage() {
        try (Employee clerk = Employee.of(browser, aryz)) {
            ClerkPage form = takenDown(clerk);
            Map<?, ?> before = form.values();

            for (String language : List.of("kk", "ru")) {
                assertThat(form.readIn(language).status()).isEqualTo(200);
                assertThat(clerk.page().locator("html").getAttribute("lang")).isEqualTo(language);
                assertThat(form.values()).isEqualTo(before);
            }

            assertThat(form.send().status()).isEqualTo(200);
            assertThat(form.number()).isNotEmpty();
            clerk.signOut(aryz.intake());
        }
    }

    /** Somebody's words, with all that a form can lose of them, in the hands of a clerk who has not sent them yet. */
    private ClerkPage takenDown(Employee clerk) {
        clerk.signIn(aryz.intake(), CLERK, "clerk");
        ClerkPage form = new ClerkPage(clerk.page());
        form.takeDown("VISIT", "\nFirst line.\n\n  \"Quoted\" <b>&amp; indented</b>.\n");
        return form.note("kuiNumber", "12").note("accusedDescription", "tall\nbald");
    }

    /** Follows the link, which opens a window of its own. */
    private void signInElsewhere(Employee clerk) {
        Page window = clerk.page()
                .context()
                .waitForPage(() -> clerk.page().locator("#sign-in").click());
        window.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("clerk").setExact(true))
                .click();
        window.waitForURL(aryz.intake() + "/signed-in");
        window.close();
    }

    @Test
    void aDoubleClickMakesOneComplaint() {
        try (Employee clerk = Employee.of(browser, aryz)) {
            clerk.signIn(aryz.intake(), CLERK, "clerk");
            ClerkPage form = new ClerkPage(clerk.page()).takeDown("PAPER_POST", "A letter from the colony.");

            clerk.page().locator("#send").dblclick();

            assertThat(form.number()).isNotEmpty();
            assertThat(takenIn("PAPER_POST")).hasSize(1);
            clerk.signOut(aryz.intake());
        }
    }

    /** Complaints that came that way; no other test uses it. */
    private Set<String> takenIn(String channel) {
        return new Register(aryz.log())
                .submissions().stream()
                        .filter(submission -> submission
                                .getComplaintReceived()
                                .getChannel()
                                .name()
                                .equals(channel))
                        .map(submission -> submission.getHeader().getComplaintId())
                        .collect(toSet());
    }

    @Test
    void whoeverGoesBackAtATerminalFindsNoKeyOfWhoWasThereBefore() {
        try (Employee terminal = Employee.of(browser, aryz)) {
            terminal.signIn(aryz.intake(), CLERK, "terminal");
            ClerkPage form = new ClerkPage(terminal.page()).write("They beat me.");
            form.send();
            String key = form.key();
            form.next("new");

            Visitor.backAndReload(terminal.page());

            assertThat(form.heading().innerText()).isEqualTo("This complaint is already stored");
            assertThat(terminal.page().content()).doesNotContain(key, "They beat me.");
            terminal.assertIsForEverybody();
            terminal.signOut(aryz.intake());
        }
    }

    @Test
    void whoeverGoesBackAfterASignOutFindsNeitherStoryNorNumberNorKey() {
        try (Employee clerk = Employee.of(browser, aryz)) {
            clerk.signIn(aryz.intake(), CLERK, "clerk");
            ClerkPage form = new ClerkPage(clerk.page()).takeDown("HOTLINE", "They beat him.");
            form.send();
            List<String> codes = List.of(form.number(), form.key());
            form.follow(() ->
                    clerk.page().locator("form[action='/sign-out'] button").click());
            clerk.page().waitForURL(aryz.intake() + "/signed-out");

            Visitor.backAndReload(clerk.page());

            assertThat(form.heading().innerText()).isEqualTo("This complaint is already stored");
            assertThat(clerk.page().content()).doesNotContain(codes).doesNotContain("They beat him.");
        }
    }

    @Test
    void enterInALineOfTextSendsNothing() {
        try (Employee clerk = Employee.of(browser, aryz)) {
            clerk.signIn(aryz.intake(), CLERK, "clerk");
            ClerkPage form = new ClerkPage(clerk.page()).takeDown("HOTLINE", "They beat him.");
            List<String> sent = new ArrayList<>();
            clerk.page().onRequest(request -> sent.add(request.method()));

            form.note("callerNumber", "+7 700 000 00 00");
            clerk.page().locator("[name='callerNumber']").press("Enter");
            assertThat(form.value("callerNumber")).isEqualTo("+7 700 000 00 00");
            form.send();

            assertThat(sent).containsOnlyOnce("POST");
            clerk.signOut(aryz.intake());
        }
    }

    @Test
    void whatWasTypedAtATerminalIsSentWithoutItsSession() {
        try (Employee terminal = Employee.of(browser, aryz)) {
            terminal.signIn(aryz.intake(), CLERK, "terminal");
            ClerkPage form = new ClerkPage(terminal.page()).write("They beat me.");
            terminal.page().context().clearCookies();

            assertThat(form.send().status()).isEqualTo(401);
            assertThat(terminal.text("main")).doesNotContain("They beat me.");
            assertFits(terminal.page(), "session of a terminal over");
            assertThat(form.follow(() -> terminal.page().locator("#go-on").click())
                            .status())
                    .isEqualTo(200);
            assertThat(form.number()).isNotEmpty();
            assertThat(form.key()).isNotEmpty();
        }
    }

    @Test
    void atATerminalNobodyIsToldToReadAnythingOut() {
        try (Employee terminal = Employee.of(browser, aryz)) {
            terminal.signIn(aryz.intake(), CLERK, "terminal");
            ClerkPage form = new ClerkPage(terminal.page()).write("They beat me.");
            assertThat(terminal.text("main"))
                    .contains("Write your complaint", "Who reads it")
                    .doesNotContain("Read this out", "read out", "Tell the person", "The call");

            form.send();

            assertThat(terminal.text("main"))
                    .contains("Your complaint has been received", "Write both down")
                    .doesNotContain("Read out", "the person", "call or visit");
            terminal.signOut(aryz.intake());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void noPageShutsAnybodyOutOrIsWiderThanASmallTelephone(String language) {
        try (Employee clerk = Employee.of(browser, aryz)) {
            Page page = clerk.page();
            page.setViewportSize(320, 640);
            clerk.signIn(aryz.intake(), CLERK, "clerk");
            ClerkPage form = new ClerkPage(page);

            clerk.open(aryz.intake(), CLERK + "?lang=" + language);
            assertFits(page, "form");
            form.send();
            assertFits(page, "form with a problem");
            form.takeDown("HOTLINE", "They beat him.").send();
            assertFits(page, "number and key");
            form.next();
            assertFits(page, "next form");
            form.takeDown("HOTLINE", "They beat him.");
            page.context().clearCookies();
            form.send();
            assertFits(page, "session over");
        }
    }

    private static void assertFits(Page page, String what) {
        page.waitForLoadState();
        assertThat(page.evaluate(FITS)).as(what).isEqualTo(true);
        assertThat(new AxeBuilder(page)
                        .withTags(RULES).analyze().getViolations().stream()
                                .flatMap(rule -> rule.getNodes().stream()
                                        .map(node -> what + ": " + rule.getId() + ": " + node.getTarget() + " "
                                                + node.getHtml())))
                .isEmpty();
    }

    @Test
    void thePublicIsAskedForNothing() throws IOException {
        try (Employee somebody = Employee.of(browser, aryz);
                Http http = new Http()) {
            Page page = somebody.page();
            page.navigate(aryz.intake() + "/");
            page.locator("#narrative").fill("They beat me.");
            new ClerkPage(page).follow(() -> page.locator("#send").click());
            page.navigate(aryz.intake() + "/status");

            assertThat(page.context().cookies()).isEmpty();
            assertThat(somebody.addresses())
                    .noneMatch(address ->
                            address.startsWith(aryz.addresses().issuer().toString()));
            assertThat(http.post(
                                    aryz.intake().resolve("/api/v1/complaints"),
                                    "{\"narrative\":\"They beat me.\"}",
                                    Map.of())
                            .status())
                    .isEqualTo(201);
        }
    }
}
