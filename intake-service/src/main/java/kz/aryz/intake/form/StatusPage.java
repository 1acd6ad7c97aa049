package kz.aryz.intake.form;

import java.util.Objects;
import kz.aryz.intake.status.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The page that tells how a complaint stands.
 *
 * @param standing what was found; null where nothing was asked or found
 * @param notFound whether something was asked and not found
 */
public record StatusPage(Page page, @Nullable Standing standing, boolean notFound) {

    /** Title of the page; it is what a screen reader says first. */
    public String title() {
        return page.text(notFound ? "status.error.title" : standing == null ? "status.title" : "status.result");
    }

    /** The state in words. */
    public String state() {
        return page.text("state." + Objects.requireNonNull(standing).state());
    }

    /** The next step in words; one that this version does not know in general words. */
    public String nextStep() {
        String key = "next." + Objects.requireNonNull(standing).nextStep();
        return page.text(page.hasText(key) ? key : "next.OTHER");
    }
}
