package kz.aryz.intake.clerk;

import gg.jte.Content;
import kz.aryz.intake.form.Page;
import kz.aryz.runtime.signin.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a clerk has.
 *
 * @param formToken what its forms must carry; null where they carry nothing
 * @param badge who is signed in, and the way out
 */
public record Frame(Page page, @Nullable String formToken, Content badge) {

    static Frame of(Page page, Caller caller) {
        return new Frame(page, caller.formToken(), caller.badge(page.language()));
    }

    /** Of a page for whoever is not signed in. */
    static Frame ofNobody(Page page) {
        return of(page, new Caller.Anybody());
    }

    /** The text of that key in the page's language. */
    public String text(String key) {
        return page.text(key);
    }

    @Override
    public String toString() {
        return "Frame[redacted]";
    }
}
