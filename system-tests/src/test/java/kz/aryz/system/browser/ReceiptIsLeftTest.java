package kz.aryz.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route.FulfillOptions;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the next person at the same computer finds of a receipt. */
@InBrowser
@Uses(SharedAryz.class)
class ReceiptIsLeftTest {

    private final Browser browser;
    private final Addresses addresses = SharedAryz.get().addresses();

    ReceiptIsLeftTest(Browser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "away"})
    void nobodyWhoGoesBackFindsTheKeyThatWasLeft(String to) {
        try (Visitor visitor = Visitor.reading(browser, "en")) {
            Page page = visitor.page();
            answerElsewhere(page);
            ReceiptPage receipt = FormPage.open(page, addresses.intakeUrl())
                    .tell("They beat me.")
                    .submitted();
            String number = receipt.number();
            String key = receipt.key();
            receipt.leave(to);
            page.waitForURL(address -> !address.contains("/leave"));

            Response answer = Visitor.backAndReload(page);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(page.locator("h1").innerText()).isEqualTo("This complaint is already stored");
            assertThat(receipt.number()).isEqualTo(number);
            assertThat(page.content()).doesNotContain(key, "They beat me.");
            assertThat(Everybody.shutOutOf(page)).isEmpty();
        }
    }

    @Test
    void nobodyWhoGoesBackToAChoiceOfLanguageFindsWhatWasTyped() {
        try (Visitor visitor = Visitor.reading(browser, "ru")) {
            Page page = visitor.page();
            FormPage form = FormPage.open(page, addresses.intakeUrl()).tell("They beat me.");
            form.readIn("en");
            ReceiptPage receipt = form.tell("They beat me. It was night.").submitted();
            String number = receipt.number();
            receipt.leave("form");

            Visitor.backAndReload(page);
            Visitor.backAndReload(page);

            assertThat(page.locator("h1").innerText()).isEqualTo("This complaint is already stored");
            assertThat(receipt.number()).isEqualTo(number);
            assertThat(page.content()).doesNotContain("They beat me.");
        }
    }

    /** The encyclopedia; it is not asked. */
    private static void answerElsewhere(Page page) {
        page.context()
                .route(
                        "https://**",
                        route -> route.fulfill(
                                new FulfillOptions().setContentType("text/html").setBody("elsewhere")));
    }

    @Test
    void whoeverLoadsTheReceiptAgainBeforeTheyLeaveStillSeesTheKey() {
        try (Visitor visitor = Visitor.reading(browser, "en")) {
            ReceiptPage receipt = FormPage.open(visitor.page(), addresses.intakeUrl())
                    .tell("They beat me.")
                    .submitted();
            String key = receipt.key();

            Visitor.reload(visitor.page());

            assertThat(receipt.key()).isEqualTo(key);
        }
    }
}
