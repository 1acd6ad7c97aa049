package kz.aryz.intake.form;

import java.time.Instant;

/**
 * The receipt as it is shown until it is left.
 *
 * @param complaintId by which its forms say that it is left
 */
public record ReceiptPage(Page page, String complaintId, String number, String key, Instant receivedAt) {

    /** Without the key. */
    @Override
    public String toString() {
        return "ReceiptPage[" + number + "]";
    }
}
