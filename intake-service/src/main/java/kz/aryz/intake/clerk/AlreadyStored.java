package kz.aryz.intake.clerk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk is told whose form comes again: it is stored, and there is nothing to do. The story does not come back.
 *
 * @param number of the complaint; null for whoever did not send this form in the session that it was shown in
 */
public record AlreadyStored(
        Frame frame, Instant receivedAt, @Nullable String number) {

    /** When it was received, in a sentence. */
    public String text() {
        return String.format(frame.text("stored.at"), frame.page().time(receivedAt));
    }

    @Override
    public String toString() {
        return "AlreadyStored[redacted]";
    }
}
