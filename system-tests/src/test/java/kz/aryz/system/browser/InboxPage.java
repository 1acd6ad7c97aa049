package kz.aryz.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;

/** The Commissioner's inbox. */
record InboxPage(Page page) {

    private static final String ALERTS = "article";

    static InboxPage openAlerts(Page page, URI notifier) {
        return narrowed(page, notifier, "OPEN");
    }

    static InboxPage confirmedAlerts(Page page, URI notifier) {
        return narrowed(page, notifier, "ACKNOWLEDGED");
    }

    private static InboxPage narrowed(Page page, URI notifier, String state) {
        page.navigate(notifier.resolve("/?state=" + state).toString());
        return new InboxPage(page);
    }

    /** Turns pages until the alert about that complaint is on one, or there are no more. */
    boolean shows(String number) {
        return Visitor.find(page, ALERTS, number).count() > 0;
    }

    Locator alert(String number) {
        return page.locator(ALERTS).filter(new Locator.FilterOptions().setHasText(number));
    }

    void acknowledge(String number, String note) {
        alert(number).locator("input[name=note]").fill(note);
        alert(number).locator("button").click();
    }

    /** What is said after a confirmation. */
    Locator thanks() {
        return page.locator("[role=status]");
    }
}
