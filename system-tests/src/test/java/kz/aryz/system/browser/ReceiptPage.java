package kz.aryz.system.browser;

import com.microsoft.playwright.Page;

/** The receipt, shown once. */
record ReceiptPage(Page page) {

    boolean isShown() {
        return page.locator("#key").count() == 1 && page.locator("form").count() == 0;
    }

    String number() {
        return page.locator("[aria-labelledby='number']").innerText();
    }

    String key() {
        return page.locator("[aria-labelledby='key']").innerText();
    }
}
