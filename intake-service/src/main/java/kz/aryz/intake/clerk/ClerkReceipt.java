package kz.aryz.intake.clerk;

import java.time.Instant;
import kz.aryz.intake.form.Typed;

/**
 * Number and key, to be read out.
 *
 * @param typed what the next complaint of the same call has in common with this one
 */
public record ClerkReceipt(Frame frame, Dictation number, Dictation key, Instant receivedAt, Typed typed) {

    @Override
    public String toString() {
        return "ClerkReceipt[redacted]";
    }
}
