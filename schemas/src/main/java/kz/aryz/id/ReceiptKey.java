package kz.aryz.id;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key with which a complainant asks how a complaint stands: twenty characters of Crockford base 32 (100 bits) and a
 * check character. It is shown to whoever sends a complaint and stored nowhere; only {@link #statusKey} of it is.
 */
public final class ReceiptKey {

    private static final int CHARACTERS = 20;
    private static final int GROUP = 5;

    private final String code;

    private ReceiptKey(String code) {
        this.code = code;
    }

    /**
     * The key of a complaint. It depends on what was sent as well, so that who guesses an idempotency key gets nobody's
     * receipt.
     *
     * @param bodyMac keyed hash of the request body
     */
    public static ReceiptKey of(PermanentSecret secret, String complaintId, byte[] bodyMac) {
        byte[] id = complaintId.getBytes(StandardCharsets.UTF_8);
        return new ReceiptKey(SpeakableCode.draw(secret, "receipt-key", CHARACTERS, id, bodyMac));
    }

    /** Reads what a person typed or dictated; empty where it cannot be a receipt key. */
    public static Optional<ReceiptKey> parse(String typed) {
        return Crockford.read(typed, CHARACTERS + 1).map(ReceiptKey::new);
    }

    /** Keyed hash of the receipt key, in hexadecimal: the record key in {@code complaints.status}. */
    public String statusKey(PermanentSecret secret) {
        return HexFormat.of().formatHex(secret.mac("status-key", code));
    }

    /** The key as it is shown to the complainant, once: {@code XXXXX-XXXXX-XXXXX-XXXXX-C}. */
    public String reveal() {
        return Crockford.grouped(code, GROUP);
    }

    @Override
    public String toString() {
        return "ReceiptKey[redacted]";
    }
}
