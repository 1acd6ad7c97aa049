package kz.aryz.intake.clerk;

import java.util.List;
import kz.aryz.intake.form.CallFields;
import kz.aryz.intake.form.FormPage;

/** The form as a clerk sees it. */
public record ClerkForm(Frame frame, FormPage form) {

    /** Ways of contact, with the one that only a person who is asked can choose: they ask themselves, with the key. */
    public static final List<String> CONTACT_MODES =
            List.of("DIRECT", "VIA_LAWYER", "VIA_RELATIVE", "VIA_COMMISSIONER", "PIN_ONLY", "NONE");

    /** Title of the page. */
    public String title() {
        return frame.text(form.problem() == null ? "clerk.title" : "error.title");
    }

    /** Whether it is known without asking how it reached us. */
    public boolean isOfTerminal() {
        return form.typed().isFromTerminal()
                || (frame.terminal() && !form.typed().hasAny(CallFields.CHANNEL));
    }

    /** Whether the clerk can begin with the story: how it reached us is known. */
    public boolean beginsWithStory() {
        return form.problem() == null && (isOfTerminal() || form.typed().hasAny(CallFields.CHANNEL));
    }

    /** Whether nothing is in it yet: the clerk says first how it reached us. */
    public boolean isNew() {
        return form.problem() == null && !form.typed().hasAny(CallFields.CHANNEL);
    }
}
