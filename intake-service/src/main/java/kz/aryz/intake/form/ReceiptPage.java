package kz.aryz.intake.form;

import java.time.Instant;

/** The receipt as it is shown, once. */
public record ReceiptPage(Page page, String number, String key, Instant receivedAt) {

    /** Without the key. */
    @Override
    public String toString() {
        return "ReceiptPage[" + number + "]";
    }
}
