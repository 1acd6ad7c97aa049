package kz.aryz.dossier.opening;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.Submission;
import kz.aryz.sealing.Section;

/**
 * A sealed section as it was sent.
 *
 * @param receivedAt when, ISO 8601 in UTC
 */
public record SentPart(String receivedAt, Sealed sealed) {

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
                .map(part -> new SentPart(receivedAt.toString(), part));
    }
}
