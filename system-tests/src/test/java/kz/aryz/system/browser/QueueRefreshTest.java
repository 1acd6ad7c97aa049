package kz.aryz.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.Test;

/** The queue page refreshes itself under the hands of whoever works with it. */
@InBrowser
@Uses(SharedAryz.class)
class QueueRefreshTest {

    private final Browser browser;
    private final Addresses addresses = SharedAryz.get().addresses();

    QueueRefreshTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void aRefreshTakesNeitherTheFocusNorWhatWasOpened() {
        try (Visitor visitor = Visitor.reading(browser, "ru")) {
            Page page = visitor.page();
            QueuePage.open(page, addresses.triageUrl());
            Visitor.follow(page, () -> page.locator("#idle").click());
            page.locator("#unit-COMMISSIONER").focus();

            page.waitForResponse(answer -> answer.request().resourceType().equals("xhr"), () -> {});
            page.waitForFunction("document.querySelector('main').classList.contains('htmx-settling') === false");

            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("unit-COMMISSIONER");
            assertThat(page.locator(".units ul").count()).isEqualTo(2);
        }
    }

    @Test
    void whoeverWantsItStillGetsItStill() {
        try (Visitor visitor = Visitor.reading(browser, "ru")) {
            Page page = visitor.page();
            QueuePage.open(page, addresses.triageUrl());

            Visitor.follow(page, () -> page.locator("#by-itself").click());

            assertThat(page.locator("main").getAttribute("hx-get")).isNull();
            Visitor.follow(page, () -> page.locator("#by-itself").click());
            assertThat(page.locator("main").getAttribute("hx-get")).isNotNull();
        }
    }
}
