package kz.aryz.runtime.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read, in the bytes that Kafka hands over; never compared.
 *
 * @param tellsOfADeadLetter whether it is itself an obligation to tell of a dead letter
 */
@SuppressWarnings("ArrayRecordComponent")
public record SourceRecord(
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        byte @Nullable [] value,
        boolean tellsOfADeadLetter) {

    private static final Pattern STARTS_WITH_UUID =
            Pattern.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?:/.*)?");
    private static final String COMPLAINT_ID = "complaintId";

    static SourceRecord of(ErrorHandlerContext context) {
        return new SourceRecord(
                context.topic(),
                context.partition(),
                context.offset(),
                context.sourceRawKey(),
                context.sourceRawValue(),
                tellsOfADeadLetter(context.headers()));
    }

    /** Key of its dead letter: where it was read. The same record makes the same dead letter, however often it is read. */
    public String deadLetterKey() {
        return topic + '/' + partition + '/' + offset;
    }

    /** The complaint, as far as the record's key tells. */
    public Optional<String> complaintId() {
        Matcher text = STARTS_WITH_UUID.matcher(key == null ? "" : new String(key, StandardCharsets.UTF_8));
        return text.matches() && isKeyedByComplaint() ? Optional.of(text.group(1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return deadLetterKey();
    }

    private static boolean tellsOfADeadLetter(@Nullable Headers headers) {
        return headers != null && headers.lastHeader(DeadLetterHeaders.TELLS_OF) != null;
    }

    private boolean isKeyedByComplaint() {
        return Topics.all().stream()
                .filter(known -> known.name().equals(topic))
                .anyMatch(known -> known.key().startsWith(COMPLAINT_ID));
    }
}
