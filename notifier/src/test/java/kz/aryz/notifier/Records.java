package kz.aryz.notifier;

import java.nio.ByteBuffer;
import java.time.Instant;
import kz.aryz.id.DeterministicId;
import kz.aryz.schema.Acknowledgement;
import kz.aryz.schema.AcknowledgementKind;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryAttemptKind;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.DeliveryResult;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.MailDue;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationKind;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Raised;
import kz.aryz.schema.Submission;
import kz.aryz.schema.SubmissionKind;

/** Records as the other services would write them. */
public final class Records {

    public static final Instant RECEIVED_AT = Instant.parse("2022-01-05T09:05:00Z");
    public static final String COMPLAINT = "5f0c1e2a-0000-8000-8000-000000000001";
    public static final String MAILBOX = "commissioner@ombudsman.example";
    public static final String NUMBER = "7KQM-2F9R-D0XW-H";

    private Records() {}

    public static Obligation obligation(String complaintId, Instant at) {
        return obligation(complaintId, Priority.P0, at);
    }

    public static Obligation obligation(String complaintId, Priority priority, Instant at) {
        String id = DeterministicId.of(complaintId, "CLASS_A_ALLEGATION", "COMMISSIONER");
        Raised raised = Raised.newBuilder()
                .setComplaintId(complaintId)
                .setComplaintNumber(NUMBER)
                .setAddressee("COMMISSIONER")
                .setReason(ObligationReason.CLASS_A_ALLEGATION)
                .setAllegationClass(AllegationClass.A)
                .setPriority(priority)
                .setRegionCode("KZ-75")
                .setFacilityType("SIZO_KUIS")
                .setReceivedAt(RECEIVED_AT)
                .build();
        return Obligation.newBuilder()
                .setKind(ObligationKind.RAISED)
                .setObligationId(id)
                .setHeader(header(id, complaintId, at))
                .setRaised(raised)
                .build();
    }

    /** As triage raises it about a record of which not even the complaint is known. */
    public static Obligation deadLetter(Instant at) {
        String id = DeterministicId.of("complaints.submissions/0/1", "DEAD_LETTER", "COMMISSIONER");
        Raised raised = Raised.newBuilder()
                .setAddressee("COMMISSIONER")
                .setReason(ObligationReason.DEAD_LETTER)
                .setPriority(Priority.P1)
                .setDetailCode("MALFORMED")
                .build();
        return Obligation.newBuilder()
                .setKind(ObligationKind.RAISED)
                .setObligationId(id)
                .setHeader(header(id, "", at))
                .setRaised(raised)
                .build();
    }

    public static DeliveryOutcome outcome(Obligation obligation, DeliveryResult result, int number, Instant at) {
        return DeliveryOutcome.newBuilder()
                .setKind(result)
                .setAttemptId(DeterministicId.of(obligation.getObligationId(), "attempt", Integer.toString(number)))
                .setObligationId(obligation.getObligationId())
                .setComplaintId(obligation.getRaised().getComplaintId())
                .setNumber(number)
                .setAt(at)
                .setCode(result == DeliveryResult.DELIVERED ? "OK" : "CONNECT")
                .build();
    }

    public static Acknowledgement acknowledgement(Obligation obligation, Instant at) {
        return Acknowledgement.newBuilder()
                .setKind(AcknowledgementKind.ACKNOWLEDGED)
                .setObligationId(obligation.getObligationId())
                .setComplaintId(obligation.getRaised().getComplaintId())
                .setActorRef("officer")
                .setAt(at)
                .build();
    }

    public static Submission submission(String complaintId, Instant receivedAt) {
        ComplaintReceived received = ComplaintReceived.newBuilder()
                .setComplaintNumber(NUMBER)
                .setReceivedAt(receivedAt)
                .setStatusKey("00")
                .build();
        return Submission.newBuilder()
                .setKind(SubmissionKind.COMPLAINT_RECEIVED)
                .setHeader(header(DeterministicId.of(complaintId, "received"), complaintId, receivedAt))
                .setComplaintReceived(received)
                .build();
    }

    public static CaseEvent event(String complaintId, CaseEventKind kind, Instant at) {
        return CaseEvent.newBuilder()
                .setKind(kind)
                .setHeader(header(DeterministicId.of(complaintId, kind.name()), complaintId, at))
                .build();
    }

    public static DeliveryAttempt attempt(Obligation obligation, int number) {
        return DeliveryAttempt.newBuilder()
                .setKind(DeliveryAttemptKind.MAIL_DUE)
                .setAttemptId(DeterministicId.of(obligation.getObligationId(), "attempt", Integer.toString(number)))
                .setObligationId(obligation.getObligationId())
                .setComplaintId(obligation.getRaised().getComplaintId())
                .setNumber(number)
                .setDueAt(RECEIVED_AT)
                .setMail(mail(obligation))
                .build();
    }

    public static MailDue mail(Obligation obligation) {
        return MailDue.newBuilder()
                .setRecipient(MAILBOX)
                .setMessageId('<' + obligation.getObligationId() + "@aryz.example>")
                .setMessage(
                        ByteBuffer.wrap(obligation.getObligationId().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .build();
    }

    private static EventHeader header(String eventId, String complaintId, Instant at) {
        return EventHeader.newBuilder()
                .setEventId(eventId)
                .setComplaintId(complaintId)
                .setOccurredAt(at)
                .setRecordedAt(at)
                .build();
    }
}
