package kz.aryz.intake.form;

import java.time.Instant;

/** What somebody sees who sends again what was stored long ago, or what they have left: the number, and nothing to do. */
public record StoredPage(Page page, String number, Instant receivedAt) {

    /** When it was received, in a sentence. */
    public String text() {
        return String.format(page.text("stored.at"), page.time(receivedAt));
    }
}
