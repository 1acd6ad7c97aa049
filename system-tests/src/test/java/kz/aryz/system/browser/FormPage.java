package kz.aryz.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.List;

/** The form for complaints. */
record FormPage(Page page) {

    private static final String VALUES = "form => [...new FormData(form)].map(([name, value]) => name + '=' + value)";

    static FormPage open(Page page, URI intake) {
        page.navigate(intake.toString());
        return new FormPage(page);
    }

    FormPage tell(String story) {
        story().fill(story);
        return this;
    }

    /** Tells what is too long to be typed. */
    FormPage paste(String story) {
        story().evaluate("(field, text) => { field.value = text; }", story);
        return this;
    }

    Locator story() {
        return page.locator("#narrative");
    }

    Locator send() {
        return page.locator("#send");
    }

    /** Lets every part be seen. */
    FormPage unfold() {
        Locator folded = page.locator("details:not([open]) > summary");
        while (folded.count() > 0) {
            folded.first().click();
        }
        return this;
    }

    FormPage type(String field, String text) {
        page.locator("[name='" + field + "']").fill(text);
        return this;
    }

    FormPage choose(String field, String code) {
        page.locator("select[name='" + field + "']").selectOption(code);
        return this;
    }

    FormPage tick(String field, String value) {
        page.locator("input[name='" + field + "'][value='" + value + "']").check();
        return this;
    }

    /** All that would be sent now, hidden fields too, in the order of the page. */
    List<String> values() {
        return ((List<?>) page.locator("main form").evaluate(VALUES))
                .stream().map(Object::toString).toList();
    }

    /** Presses the button; the answer may be a receipt or the form again. */
    Response submit() {
        return Visitor.follow(page, () -> send().click());
    }

    /** Chooses another language. */
    Response readIn(String language) {
        return Visitor.follow(
                page,
                () -> page.locator("header button[lang='" + language + "']").click());
    }

    /** Presses the button and gets a receipt. */
    ReceiptPage submitted() {
        submit();
        return new ReceiptPage(page);
    }

    /** What the page says at its top when it could not be sent. */
    Locator problem() {
        return page.locator(".problem");
    }
}
