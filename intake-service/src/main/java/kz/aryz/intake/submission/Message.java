package kz.aryz.intake.submission;

import java.util.UUID;
import kz.aryz.intake.json.Json;

/**
 * What somebody sent.
 *
 * @param entry the way in: {@link #API}, {@link #FORM} or {@link #CLERK}; keys of one do not meet those of another. What was typed
 *     at a terminal is of {@link #CLERK}, also where it comes by the public form
 * @param idempotencyKey the sender's key for this complaint
 * @param bytes what was sent, by which a repetition is told from another message under the same key
 * @param json the same, read
 * @param actor who takes it in; a repetition may come from somebody else
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares messages
public record Message(String entry, String idempotencyKey, byte[] bytes, Json json, Actor actor) {

    public static final String API = "API";
    public static final String FORM = "FORM";
    public static final String CLERK = "CLERK";

    /** Taken in by nobody but intake itself. */
    public Message(String entry, String idempotencyKey, byte[] bytes, Json json) {
        this(entry, idempotencyKey, bytes, json, Actor.SERVICE);
    }

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
