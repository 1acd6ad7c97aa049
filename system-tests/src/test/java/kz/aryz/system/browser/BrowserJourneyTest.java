package kz.aryz.system.browser;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.Objects;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InBrowser
@Uses(SharedAryz.class)
class BrowserJourneyTest {

    private final Browser browser;
    private final Addresses addresses = SharedAryz.get().addresses();

    BrowserJourneyTest(Browser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Бөлімде бірнеше сағат бойы таяқпен ұрып электр тогымен қинады",
        "ru, В отделе меня несколько часов избивали дубинками и пытали током",
        "en, They beat me with batons for hours and tortured me with electric shocks"
    })
    void aStoryToldWithoutScriptsReachesAQueueAndTheCommissioner(String language, String story) {
        try (Visitor visitor = Visitor.withoutScripts(browser, language)) {
            FormPage form = FormPage.open(visitor.page(), addresses.intakeUrl());
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(language);
            assertThatReadersAndConsentAreSeenBeforeTheButton(form);

            ReceiptPage receipt = form.tell(story)
                    .tick("inCustodyNow", "yes")
                    .tick("transmitToProsecutor", "GIVEN")
                    .submitted();

            String number = receipt.number();
            String key = receipt.key();
            assertThat(number).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");
            assertThat(key).matches("([0-9A-Z]{5}-){4}[0-9A-Z]");
            awaitOneQueue(visitor, number);
            InboxPage inbox = awaitAlert(visitor, number);
            inbox.acknowledge(number, story);
            inbox.thanks().waitFor();
            awaitConfirmedAlert(visitor, number);
            assertThat(visitor.addresses())
                    .noneMatch(address -> address.contains(number) || address.contains(key))
                    .noneMatch(address -> address.contains(number.replace("-", "")))
                    .noneMatch(address -> address.contains(key.replace("-", "")));
        }
    }

    private static void assertThatReadersAndConsentAreSeenBeforeTheButton(FormPage form) {
        Locator consent = form.page().locator(".consent");
        assertThat(consent.isVisible()).isTrue();
        assertThat(consent.locator("input[name=transmitToProsecutor]").count()).isEqualTo(2);
        assertThat(top(form.story())).isLessThan(top(consent));
        assertThat(top(consent)).isLessThan(top(form.send()));
    }

    private void awaitOneQueue(Visitor visitor, String number) {
        await().atMost(PATIENCE)
                .pollInSameThread()
                .untilAsserted(() -> assertThat(QueuePage.open(visitor.page(), addresses.triageUrl())
                                .unitsOf(number))
                        .hasSize(1));
    }

    private InboxPage awaitAlert(Visitor visitor, String number) {
        await().atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> InboxPage.openAlerts(visitor.page(), addresses.notifierUrl())
                        .shows(number));
        return new InboxPage(visitor.page());
    }

    private void awaitConfirmedAlert(Visitor visitor, String number) {
        await().atMost(PATIENCE)
                .pollInSameThread()
                .until(() -> InboxPage.confirmedAlerts(visitor.page(), addresses.notifierUrl())
                        .shows(number));
    }

    private static double top(Locator part) {
        return Objects.requireNonNull(part.boundingBox()).y;
    }
}
