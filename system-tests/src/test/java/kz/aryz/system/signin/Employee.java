package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.aryz.system.browser.Everybody;
import kz.aryz.system.browser.Visitor;

/** Somebody of the staff with a browser of their own. */
final class Employee implements AutoCloseable {

    private static final int NOT_IN_TIME = 503;

    private final Visitor visitor;
    private final Page page;
    private final SignInAryz aryz;

    private Employee(Visitor visitor, SignInAryz aryz) {
        this.visitor = visitor;
        this.page = visitor.page();
        this.aryz = aryz;
    }

    static Employee of(Browser browser, SignInAryz aryz) {
        return reading(browser, aryz, "en");
    }

    static Employee reading(Browser browser, SignInAryz aryz, String language) {
        return new Employee(Visitor.reading(browser, language), aryz);
    }

    /** Opens a service's first page, chooses an account, and returns the answer that stands there in the end, all of it. */
    Response signIn(URI service, String account) {
        return signIn(service, "/", account);
    }

    /** The same from another page of the service. */
    Response signIn(URI service, String path, String account) {
        assertIsAsked(service, path);
        Locator choice = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(account).setExact(true));
        Response answer = page.waitForResponse(service + path, choice::click);
        page.waitForURL(service + path);
        return answer;
    }

    /** A visit leads to the provider, which asks who it is. */
    void assertIsAsked(URI service) {
        assertIsAsked(service, "/");
    }

    /** The same from another page of the service. */
    void assertIsAsked(URI service, String path) {
        page.navigate(service + path);
        assertThat(page.url()).startsWith(aryz.addresses().issuer() + "/authorize?");
        assertThat(page.locator("h1").innerText()).isEqualTo("Sign in to the demonstration");
    }

    /** What their browser kept of its way. */
    Visitor visitor() {
        return visitor;
    }

    /** All that their browser asked for. */
    List<String> addresses() {
        return visitor.addresses();
    }

    Page page() {
        return page;
    }

    Response open(URI service, String path) {
        return Objects.requireNonNull(page.navigate(service + path));
    }

    /** Opens the record of accesses, again where the service says that it cannot read it in time. */
    Response openAccesses() {
        return await().pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> open(aryz.inbox(), "/accesses"), answer -> answer.status() != NOT_IN_TIME);
    }

    /** Looks again until all of it stands on the page. */
    void awaitMain(URI service, String path, String... texts) {
        awaitPage(service, path, () -> assertThat(text("main")).contains(texts));
    }

    /** Opens a page again until it is as it is to be. */
    void awaitPage(URI service, String path, Runnable asserted) {
        await().pollInSameThread().atMost(PATIENCE).untilAsserted(() -> {
            open(service, path);
            asserted.run();
        });
    }

    /** Codes of the units that are there for them. */
    List<String> units() {
        page.navigate(aryz.desk() + "/");
        open(aryz.desk(), page.locator("#idle").getAttribute("href"));
        return page.locator(".units li a").all().stream()
                .map(link -> link.getAttribute("href").replaceFirst(".*unit=([^&]+).*", "$1"))
                .toList();
    }

    /** How many rows of a unit's queue show that complaint, on the page of it that is open then. */
    int rows(String unit, String complaint) {
        assertThat(open(aryz.desk(), "/?unit=" + unit).status()).isEqualTo(200);
        return row(complaint).count();
    }

    /** Chooses somebody for a complaint on the page that is open, presses the button, and returns what the page says then. */
    String give(String complaint, String name) {
        Locator row = row(complaint);
        row.locator("select").selectOption(new SelectOption().setLabel(name));
        Response answer = Visitor.follow(page, () -> row.locator("button").click());
        assertThat(answer.status()).isEqualTo(200);
        return page.locator("#said").innerText();
    }

    /** What is chosen for a complaint, and not sent, after the page has refreshed itself. */
    String chosenAfterRefresh(String complaint, String name) {
        row(complaint).locator("select").selectOption(new SelectOption().setLabel(name));
        page.waitForResponse(answer -> answer.request().resourceType().equals("xhr"), () -> {});
        page.waitForFunction("document.querySelector('main').classList.contains('htmx-settling') === false");
        return row(complaint).locator("select option:checked").innerText();
    }

    /** Who has a complaint, as the page that is open says. */
    String assignee(String complaint) {
        return row(complaint).locator(".assignee span").innerText();
    }

    private Locator row(String complaint) {
        return find("tbody tr", complaint);
    }

    /** What shuts somebody out of the page that is open, and whether it is wider than a small telephone. */
    List<String> hindrances() {
        List<String> found = new ArrayList<>(new AxeBuilder(page)
                        .withTags(List.of(
                                "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp())
                        .toList());
        page.setViewportSize(1_280, 800);
        if (Boolean.TRUE.equals(
                page.evaluate(
                        "[...document.querySelectorAll('.overflow-auto')].some(part => part.scrollWidth > part.clientWidth)"))) {
            found.add("something is out of sight on an ordinary screen");
        }
        page.setViewportSize(320, 640);
        if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
            found.add("wider than a small telephone");
        }
        return found;
    }

    /** Confirms the alert about that complaint in the list that is open; true where the page says that it is confirmed. */
    boolean confirm(String complaint) {
        find("article", complaint).locator("button").first().click();
        page.locator("[role=status]").waitFor();
        return page.locator("[role=status]").isVisible();
    }

    /** Fills in the form of a section of the complaint whose page is open, and returns the answer. */
    Response openSection(String section, String purpose, String note) {
        page.selectOption("#purpose-" + section, purpose);
        page.fill("#note-" + section, note);
        Locator form =
                page.locator("form").filter(new Locator.FilterOptions().setHas(page.locator("#note-" + section)));
        return Visitor.follow(page, () -> form.locator("button").click());
    }

    /** Purpose and note as they stand in the form of a section. */
    List<String> typed(String section) {
        return List.of(page.inputValue("#purpose-" + section), page.inputValue("#note-" + section));
    }

    /** Fills in the form by which the complaint whose page is open goes to a unit, and returns the page that follows. */
    void letGo(String step, String unit, String reason) {
        page.selectOption("#unit-" + step, unit);
        page.selectOption("#reason-" + step, reason);
        Locator form = page.locator("form").filter(new Locator.FilterOptions().setHas(page.locator("#unit-" + step)));
        assertThat(Visitor.follow(page, () -> form.locator("button").click()).status())
                .isEqualTo(200);
    }

    /** The same with a note, and returns the answer, whatever it is. */
    Response wish(String step, String unit, String reason, String note) {
        page.selectOption("#unit-" + step, unit);
        page.selectOption("#reason-" + step, reason);
        page.fill("#note-" + step, note);
        Locator form = page.locator("form").filter(new Locator.FilterOptions().setHas(page.locator("#unit-" + step)));
        return Visitor.follow(page, () -> form.locator("button").click());
    }

    /** Fills in the form of a decision about a destruction on the page that is open, and returns the answer, whatever it is. */
    Response decide(String step, String reason, String reference, String... sections) {
        Locator form = page.locator("form").filter(new Locator.FilterOptions().setHas(page.locator("#reason-" + step)));
        for (String section : sections) {
            form.locator("[value=" + section + "]").check();
        }
        page.selectOption("#reason-" + step, reason);
        page.fill("#reference-" + step, reference);
        return Visitor.follow(page, () -> form.locator("button").click());
    }

    /** Signs in by the link of the page that is open, which opens a window of its own. */
    void signInElsewhere(URI service, String account) {
        Page window = page.context().waitForPage(() -> page.locator("#sign-in").click());
        window.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(account).setExact(true))
                .click();
        window.waitForURL(service + "/signed-in");
        window.close();
    }

    /** Goes on from the page that says that the session is over. */
    void goOn() {
        Visitor.follow(page, () -> page.locator("#go-on").click());
    }

    /** Sends a form that stood on this page while their proof was fresh, and does no more, and returns the answer. */
    Response sendLate(String address, Map<String, String> fields) {
        return page.waitForResponse(
                answer -> answer.url().endsWith(address), () -> page.evaluate("""
                        ([address, fields]) => {
                            const form = document.querySelector("main form");
                            form.action = address;
                            for (const [name, value] of Object.entries(fields)) {
                                const field = document.createElement("input");
                                [field.type, field.name, field.value] = ["hidden", name, value];
                                form.append(field);
                            }
                            form.querySelector("[id^=note]").remove();
                            form.submit();
                        }""", List.of(address, fields)));
    }

    /** What is chosen and typed in the form by which a complaint goes to a unit. */
    List<String> typedFor(String step) {
        return List.of(
                page.inputValue("#unit-" + step), page.inputValue("#reason-" + step), page.inputValue("#note-" + step));
    }

    /** Follows the first of these links that shows the text, on whatever page of the list that is open. */
    void follow(String links, String text) {
        Locator link = find(links, text).first();
        Visitor.follow(page, link::click);
    }

    /** Parts of the list that is open which show the text, from the page that is open on. */
    Locator find(String parts, String text) {
        return Visitor.find(page, parts, text);
    }

    /** What stands in a part of the page. */
    String text(String part) {
        return page.locator(part).innerText();
    }

    /** Where a part of the page leads. */
    List<String> links(String part) {
        return page.locator(part + " a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /** The page that is open shuts nobody out, as far as a program can tell, and fits a small telephone. */
    void assertIsForEverybody() {
        assertThat(Everybody.shutOutOf(page)).isEmpty();
    }

    /** Signs out by the button. Nothing of the session is left in the browser. */
    void signOut(URI service) {
        page.navigate(service + "/signed-in");
        page.locator("form[action='/sign-out'] button").click();
        page.waitForURL(service + "/signed-out");
        assertThat(page.context().cookies(service.toString()))
                .extracting(cookie -> cookie.name)
                .doesNotContain("intake-service-session", "triage-streams-session", "notifier-session");
    }

    /** The status of an answer to a request that carries this browser's cookies. */
    int statusWithCookies(URI service, String path) {
        return page.context().request().get(service + path).status();
    }

    /** No browser of the staff asks anybody but the services and the provider. */
    @Override
    public void close() {
        Set<String> known = Set.of(
                aryz.intake().getAuthority(),
                aryz.desk().getAuthority(),
                aryz.inbox().getAuthority(),
                aryz.addresses().issuer().getAuthority());
        assertThat(visitor.addresses())
                .filteredOn(address -> !address.startsWith("data:"))
                .allSatisfy(address ->
                        assertThat(known).contains(URI.create(address).getAuthority()));
        visitor.close();
    }
}
