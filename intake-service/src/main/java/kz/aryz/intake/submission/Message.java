package kz.aryz.intake.submission;

import java.util.UUID;
import kz.aryz.intake.json.Json;

/**
 * What somebody sent.
 *
 * @param entry the way in: {@link #API} or {@link #FORM}; keys of one do not meet those of another
 * @param idempotencyKey the sender's key for this complaint
 * @param bytes what was sent, by which a repetition is told from another message under the same key
 * @param json the same, read
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares messages
public record Message(String entry, String idempotencyKey, byte[] bytes, Json json) {

    public static final String API = "API";
    public static final String FORM = "FORM";

    /** A key for a sender who gave none: nothing repeats it. */
    public static String randomKey() {
        return UUID.randomUUID().toString();
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "Message[" + entry + "]";
    }
}
