package kz.aryz.system.signin;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Map;

/** The clerk's form, in the window that it is open in. */
record ClerkPage(Page page) {

    private static final String VALUES =
            "form => Object.fromEntries([...new FormData(form)].filter(([name]) => !/^(csrf|sentIn)$/.test(name)))";

    ClerkPage takeDown(String channel, String story) {
        page.locator("#channel").selectOption(channel);
        return write(story);
    }

    /** At a terminal, where nobody is asked how it reached us. */
    ClerkPage write(String story) {
        page.locator("#narrative").fill(story);
        page.locator("input[name='types'][value='TORTURE']").check();
        return this;
    }

    ClerkPage note(String field, String text) {
        page.locator("[name='" + field + "']").fill(text);
        return this;
    }

    /** Presses the button; the answer may be number and key, the form again, or that the session is over. */
    Response send() {
        return follow(() -> page.locator("#send").click());
    }

    /** Chooses another language. */
    Response readIn(String language) {
        return follow(
                () -> page.locator("header button[lang='" + language + "']").click());
    }

    /** Number of the complaint that was just stored. */
    String number() {
        return page.locator("[aria-labelledby='number']").innerText();
    }

    /** What only the person is to have. */
    String key() {
        return page.locator("[aria-labelledby='key']").innerText();
    }

    /** Leaves number and key, and goes on with the same call. */
    ClerkPage next() {
        return next("same");
    }

    /** Leaves number and key, and goes on with the same call or a new one. */
    ClerkPage next(String call) {
        follow(() -> page.locator("button[name='call'][value='" + call + "']").click());
        return this;
    }

    /** All that would be sent now, but for the token of the session and the language that it was sent in before. */
    Map<?, ?> values() {
        return (Map<?, ?>) page.locator("main form").evaluate(VALUES);
    }

    /** What stands in a field. */
    String value(String field) {
        return page.locator("[name='" + field + "']").inputValue();
    }

    /** Whatever is pressed leads to an answer, under whatever address. */
    @SuppressWarnings("deprecation")
    Response follow(Runnable action) {
        return page.waitForNavigation(action);
    }

    Locator heading() {
        return page.locator("h1");
    }
}
