package kz.aryz.system.browser;

import com.microsoft.playwright.Page;

/** The receipt, shown until it is left. */
record ReceiptPage(Page page) {

    boolean isShown() {
        return page.locator("#key").count() == 1 && page.locator("#narrative").count() == 0;
    }

    String number() {
        return page.locator("[aria-labelledby='number']").innerText();
    }

    String key() {
        return page.locator("[aria-labelledby='key']").innerText();
    }

    /** Presses one of the buttons that lead away. */
    void leave(String to) {
        Visitor.follow(
                page,
                () -> page.locator("button[name='to'][value='" + to + "']").click());
    }
}
