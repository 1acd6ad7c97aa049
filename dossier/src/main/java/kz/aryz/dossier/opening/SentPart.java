package kz.aryz.dossier.opening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.IdentityReleased;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.SectionOpened;
import kz.aryz.schema.Submission;
import kz.aryz.sealing.Section;
import org.jspecify.annotations.Nullable;

/**
 * A sealed section as it was sent.
 *
 * @param receivedAt when, ISO 8601 in UTC
 * @param eventId id of the record of access that it is the note of; null for what was sent in
 */
public record SentPart(String receivedAt, @Nullable String eventId, Sealed sealed) {

    /** What of that section is in the submission. */
    public static Stream<SentPart> of(Submission submission, Section<?> section) {
        return switch (submission.getKind()) {
            case COMPLAINT_RECEIVED ->
                of(
                        submission.getComplaintReceived().getReceivedAt(),
                        submission.getComplaintReceived().getSections(),
                        section);
            case SUPPLEMENT_RECEIVED ->
                of(
                        submission.getSupplementReceived().getReceivedAt(),
                        submission.getSupplementReceived().getSections(),
                        section);
            case UNKNOWN -> Stream.empty();
        };
    }

    private static Stream<SentPart> of(Instant receivedAt, List<Sealed> sections, Section<?> section) {
        return sections.stream()
                .filter(part -> part.getSection().equals(section.path()))
                .map(part -> new SentPart(receivedAt.toString(), null, part));
    }

    /** What somebody said about what they opened or released. */
    static Stream<SentPart> noteOf(AccessEvent event) {
        Optional<Sealed> opened = Optional.ofNullable(event.getOpened()).map(SectionOpened::getNote);
        Optional<Sealed> released = Optional.ofNullable(event.getReleased()).map(IdentityReleased::getNote);
        return opened.or(() -> released).stream()
                .map(note -> new SentPart(
                        event.getHeader().getRecordedAt().toString(),
                        event.getHeader().getEventId(),
                        note));
    }
}
