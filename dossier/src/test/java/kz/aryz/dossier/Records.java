package kz.aryz.dossier;

import java.time.Instant;
import kz.aryz.id.DeterministicId;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Submission;
import kz.aryz.schema.SubmissionKind;

/** Records as the services write them. */
final class Records {

    static final Instant RECEIVED_AT = Instant.parse("2022-01-05T09:05:00Z");
    static final String COMPLAINT = "5f0c1e2a-0000-8000-8000-000000000001";
    static final String NUMBER = "7KQM-2F9R-D0XW-H";

    private Records() {}

    static Submission submission(String complaintId) {
        ComplaintReceived received = ComplaintReceived.newBuilder()
                .setComplaintNumber(NUMBER)
                .setReceivedAt(RECEIVED_AT)
                .setStatusKey("00")
                .build();
        return Submission.newBuilder()
                .setKind(SubmissionKind.COMPLAINT_RECEIVED)
                .setHeader(header(DeterministicId.of(complaintId, "received"), complaintId))
                .setComplaintReceived(received)
                .build();
    }

    static CaseEvent event(String complaintId, CaseEventKind kind) {
        return CaseEvent.newBuilder()
                .setKind(kind)
                .setHeader(header(DeterministicId.of(complaintId, kind.name()), complaintId))
                .build();
    }

    static EventHeader header(String eventId, String complaintId) {
        return EventHeader.newBuilder()
                .setEventId(eventId)
                .setComplaintId(complaintId)
                .setOccurredAt(RECEIVED_AT)
                .setRecordedAt(RECEIVED_AT)
                .build();
    }
}
