package kz.aryz.system.browser;

import com.microsoft.playwright.Page;
import java.net.URI;

/** Where a complainant asks how the complaint stands. */
record StatusPage(Page page) {

    static StatusPage open(Page page, URI intake) {
        page.navigate(intake.resolve("/status").toString());
        return new StatusPage(page);
    }

    void ask(String key) {
        page.locator("#key").fill(key);
        Visitor.follow(page, () -> page.locator("main button").click());
    }
}
