package kz.aryz.dossier.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import kz.aryz.dossier.Dossier;
import kz.aryz.sealing.Opening;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One of the sealings of a section. The content is left out of {@link #toString()}.
 *
 * @param receivedAt when it came in, ISO 8601 in UTC
 * @param eventId id of the record of access that it is the note of; null for what was sent in
 * @param content field by field as in {@link SectionContent}; null where it stays closed
 * @param closed why it stays closed; null where it is open
 * @param destroyed what is known of its destruction; null where it was not destroyed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenedPart(
        String receivedAt,
        @Nullable String eventId,
        @Nullable Map<String, Object> content,
        Opening.@Nullable Code closed,
        Dossier.@Nullable Destroyed destroyed) {

    static <T extends SpecificRecord> OpenedPart of(
            SentPart sent, Opening<T> opening, Dossier.@Nullable Destroyed destroyed) {
        return switch (opening) {
            case Opening.Opened<T> opened ->
                new OpenedPart(sent.receivedAt(), sent.eventId(), SectionContent.of(opened.content()), null, null);
            case Opening.Refused<T> refused ->
                new OpenedPart(sent.receivedAt(), sent.eventId(), null, refused.code(), destroyed);
        };
    }

    @Override
    public String toString() {
        return "OpenedPart[receivedAt=" + receivedAt + ", closed=" + closed + "]";
    }
}
