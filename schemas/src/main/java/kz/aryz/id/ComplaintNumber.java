package kz.aryz.id;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The number by which people speak of a complaint: twelve characters of Crockford base 32 (60 bits) and a check
 * character, written {@code XXXX-XXXX-XXXX-C}. It tells nothing: neither when nor how many.
 *
 * @param text the number as it is written
 */
public record ComplaintNumber(String text) {

    private static final int CHARACTERS = 12;
    private static final int GROUP = 4;

    /** @throws IllegalArgumentException if the text is not a complaint number as it is written */
    public ComplaintNumber {
        if (!Crockford.read(text, CHARACTERS + 1)
                .map(ComplaintNumber::written)
                .filter(text::equals)
                .isPresent()) {
            throw new IllegalArgumentException("Not a complaint number");
        }
    }

    /** The number of a complaint. */
    public static ComplaintNumber of(PermanentSecret secret, String complaintId) {
        byte[] id = complaintId.getBytes(StandardCharsets.UTF_8);
        return new ComplaintNumber(written(SpeakableCode.draw(secret, "complaint-number", CHARACTERS, id)));
    }

    /** Reads what a person typed or dictated; empty where the check character says that something is wrong. */
    public static Optional<ComplaintNumber> parse(String typed) {
        return Crockford.read(typed, CHARACTERS + 1).map(code -> new ComplaintNumber(written(code)));
    }

    private static String written(String code) {
        return Crockford.grouped(code, GROUP);
    }

    @Override
    public String toString() {
        return text;
    }
}
