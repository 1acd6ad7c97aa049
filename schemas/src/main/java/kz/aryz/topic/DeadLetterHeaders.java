package kz.aryz.topic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

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

    /** What a header says; blank where it is missing. */
    public static String text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Whether a dead letter came from that topic. */
    public static boolean isFrom(Topic<?> topic, Headers headers) {
        return topic.name().equals(text(headers, TOPIC));
    }

    /** The key that a dead letter had on that topic; blank for one from another topic. */
    public static String keyOn(Topic<?> topic, Headers headers) {
        return isFrom(topic, headers) ? text(headers, KEY) : "";
    }
}
