package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.Http;
import kz.aryz.system.TopicContents;
import kz.aryz.system.browser.InBrowser;
import kz.aryz.system.browser.Visitor;
import org.junit.jupiter.api.Test;

/** In, about, and out again: the same for whichever provider stands behind it. */
@InBrowser
public abstract class SignInJourney {

    private final Browser browser;

    protected SignInJourney(Browser browser) {
        this.browser = browser;
    }

    /**
     * An Aryz that staff sign in to.
     *
     * @param desk the investigators' pages
     * @param inbox the Commissioner's pages
     * @param issuer the provider
     * @param addresses where all its parts listen
     * @param log what is on the broker
     * @param complaint number of one that lies in the queue of Almaty's prosecutors
     */
    public record Staffed(URI desk, URI inbox, URI issuer, Addresses addresses, TopicContents log, String complaint) {}

    protected abstract Staffed aryz();

    /** Proves on the provider's pages, the first of which is open, to be the head of Almaty's prosecutors. */
    protected abstract void provesToBeHead(Page page) throws IOException;

    /** Proves on the provider's pages, the first of which is open, to be an officer of the Commissioner. */
    protected abstract void provesToBeOfficer(Page page) throws IOException;

    /** Proves it once more, as the provider asks for what is grave. */
    protected abstract void provesItAnew(Page page);

    @Test
    void aHeadSignsInSeesTheirUnitAndNoOtherAndIsAskedAgainAfterSigningOut() throws IOException {
        Staffed aryz = aryz();
        try (Visitor head = Visitor.reading(browser, "en")) {
            Page page = head.page();
            page.navigate(aryz.desk() + "/?unit=" + SignInAryz.ALMATY);
            assertIsAtProvider(page);

            provesToBeHead(page);

            page.waitForURL(aryz.desk() + "/?unit=" + SignInAryz.ALMATY);
            assertThat(Visitor.find(page, "tbody tr", aryz.complaint()).count()).isOne();
            assertThat(status(page, aryz.desk() + "/?unit=" + SignInAryz.ASTANA))
                    .isEqualTo(404);
            assertThat(status(page, aryz.desk() + "/signed-in")).isEqualTo(200);
            assertThat(page.locator("main").innerText()).contains("head-of-unit", SignInAryz.ALMATY);

            page.locator("form[action='/sign-out'] button").click();

            page.waitForURL(aryz.desk() + "/signed-out");
            page.navigate(aryz.desk() + "/");
            assertIsAtProvider(page);
            assertAskedNobodyElse(head);
        }
    }

    @Test
    void anOfficerReadsWhoItIsOnlyAfterProvingThemselvesAnew() throws IOException {
        Staffed aryz = aryz();
        HeldComplaint held;
        try (Http http = new Http()) {
            held = HeldComplaint.handIn(http, aryz.addresses(), aryz.log());
        }
        String address = aryz.inbox() + "/complaints/" + held.id();
        try (Visitor officer = Visitor.reading(browser, "en")) {
            Page page = officer.page();
            page.navigate(address);
            provesToBeOfficer(page);
            page.waitForURL(address);
            await().pollInSameThread().atMost(PATIENCE).until(() -> status(page, address) == 200);
            assertThat(page.locator("#purpose-account").isVisible()).isTrue();
            assertThat(page.locator("#purpose-identity").count()).isZero();

            Locator anew = page.locator("section[aria-labelledby=sealed]").getByText("Prove yourself anew");
            Visitor.follow(page, anew::click);
            assertIsAtProvider(page);
            provesItAnew(page);

            page.waitForURL(address);
            page.selectOption("#purpose-identity", "PROTECTION");
            Locator form =
                    page.locator("form").filter(new Locator.FilterOptions().setHas(page.locator("#note-identity")));
            Visitor.follow(page, () -> form.locator("button").click());
            assertThat(page.locator(".opened").innerText()).contains(held.name());
        }
    }

    /** Lets somebody in for what other tests want to see. */
    protected final Visitor headAtDesk() throws IOException {
        Visitor head = Visitor.reading(browser, "en");
        head.page().navigate(aryz().desk() + "/");
        provesToBeHead(head.page());
        head.page().waitForURL(aryz().desk() + "/");
        return head;
    }

    protected final void assertIsAtProvider(Page page) {
        assertThat(page.url()).startsWith(aryz().issuer() + "/");
    }

    private static int status(Page page, String address) {
        Response answer = Objects.requireNonNull(page.navigate(address));
        return answer.status();
    }

    private void assertAskedNobodyElse(Visitor visitor) {
        Set<String> known = Set.of(aryz().desk().getAuthority(), aryz().issuer().getAuthority());
        assertThat(visitor.addresses())
                .filteredOn(address -> !address.startsWith("data:"))
                .allSatisfy(address ->
                        assertThat(known).contains(URI.create(address).getAuthority()));
    }
}
