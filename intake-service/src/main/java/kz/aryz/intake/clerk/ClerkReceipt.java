package kz.aryz.intake.clerk;

import java.time.Instant;
import kz.aryz.intake.form.Typed;

/**
 * Number and key, to be read out until they are left.
 *
 * @param complaintId by which its form says that they are left
 * @param typed what the next complaint of the same call has in common with this one
 */
public record ClerkReceipt(
        Frame frame, String complaintId, Dictation number, Dictation key, Instant receivedAt, Typed typed) {

    @Override
    public String toString() {
        return "ClerkReceipt[redacted]";
    }
}
