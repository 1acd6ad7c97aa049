package kz.aryz.intake.clerk;

import gg.jte.Content;
import java.util.Set;
import kz.aryz.access.Role;
import kz.aryz.intake.form.Page;
import kz.aryz.runtime.signin.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a clerk has.
 *
 * @param formToken what its forms must carry; null where they carry nothing
 * @param badge who is signed in, and the way out
 * @param terminal whether whoever complains stands before it themselves, and nobody reads anything out to them
 */
public record Frame(Page page, @Nullable String formToken, Content badge, boolean terminal) {

    private static final String AT_TERMINAL = "terminal.";

    static Frame of(Page page, Caller caller) {
        boolean terminal = caller.person()
                .filter(person -> person.roles().equals(Set.of(Role.FACILITY_TERMINAL)))
                .isPresent();
        return new Frame(page, caller.formToken(), caller.badge(page.language()), terminal);
    }

    /** Of a page for whoever is not signed in. */
    static Frame ofNobody(Page page) {
        return of(page, new Caller.Anybody());
    }

    /** The text of that key in the page's language: at a terminal in the terminal's own words, where it has any. */
    public String text(String key) {
        return page.text(terminal && page.hasText(AT_TERMINAL + key) ? AT_TERMINAL + key : key);
    }

    @Override
    public String toString() {
        return "Frame[redacted]";
    }
}
