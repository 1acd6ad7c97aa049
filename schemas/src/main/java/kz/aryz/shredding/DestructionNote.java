package kz.aryz.shredding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * What a tombstone on {@code complaints.keys} says of itself in its headers, for readers who may not read
 * {@code audit.accesses}: a unit's page says on whose decision there is nothing any more. It is a note and no proof; that is
 * the record {@code KEY_DESTROYED}.
 *
 * @param at when it was destroyed
 * @param ground code of why, as in {@link Ground}
 * @param bodies codes of the bodies of those who approved it, sorted
 */
public record DestructionNote(Instant at, String ground, List<String> bodies) {

    private static final String AT = "aryz.destroyed-at";
    private static final String GROUND = "aryz.destroyed-on-ground";
    private static final String BODIES = "aryz.destroyed-by-bodies";

    public DestructionNote {
        bodies = bodies.stream().sorted().toList();
    }

    /** As headers; of a code there is none with a blank in it. */
    public List<Header> headers() {
        return List.of(header(AT, at.toString()), header(GROUND, ground), header(BODIES, String.join(" ", bodies)));
    }

    /** What is noted there; empty where nothing is, or nothing that can be read. */
    public static Optional<DestructionNote> of(Headers headers) {
        try {
            return text(headers, AT)
                    .map(Instant::parse)
                    .map(at -> new DestructionNote(
                            at,
                            text(headers, GROUND).orElse(""),
                            Stream.of(text(headers, BODIES).orElse("").split(" ", -1))
                                    .filter(body -> !body.isEmpty())
                                    .toList()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Header header(String name, String text) {
        return new RecordHeader(name, text.getBytes(UTF_8));
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value).map(value -> new String(value, UTF_8));
    }
}
