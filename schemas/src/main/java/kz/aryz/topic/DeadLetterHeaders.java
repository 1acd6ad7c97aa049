package kz.aryz.topic;

/** Names of the headers of a dead letter, and of an obligation that tells of one. Their values are UTF-8 text; that of the key is the key's own bytes. */
public final class DeadLetterHeaders {

    /** Why, a code that says what was wrong with it. */
    public static final String CODE = "aryz.code";
    /** Topic that the record was read from. */
    public static final String TOPIC = "aryz.topic";
    /** Partition that it was read from. */
    public static final String PARTITION = "aryz.partition";
    /** Offset that it was read at. */
    public static final String OFFSET = "aryz.offset";
    /** Its key; missing where it had none. */
    public static final String KEY = "aryz.key";

    /** On an obligation: the key of the dead letter that it tells of. */
    public static final String TELLS_OF = "aryz.tells-of-dead-letter";

    private DeadLetterHeaders() {}
}
