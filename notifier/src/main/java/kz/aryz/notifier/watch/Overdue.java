package kz.aryz.notifier.watch;

import java.time.Instant;
import kz.aryz.id.DeterministicId;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationKind;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Raised;
import org.jspecify.annotations.Nullable;

/** The duty to tell the Commissioner of a complaint that nobody decided about in time, one per complaint; and of one that is held. */
final class Overdue {

    private static final String COMMISSIONER = "COMMISSIONER";

    /** Law on the Commissioner for Human Rights, No. 90-VII of 29.12.2021. */
    private static final String LEGAL_BASIS = "LAW-90-VII";

    private static final String ACTOR = "notifier";

    private Overdue() {}

    /** Nobody has judged it: the class is unknown, which is handled as A. */
    static Obligation obligation(String complaintId, WatchedComplaint complaint, Instant at) {
        String id = DeterministicId.of(complaintId, ObligationReason.NO_DECISION.name(), COMMISSIONER);
        EventHeader header = header(id, complaintId, complaint.getDeadline(), complaint.getSubmissionEventId(), at);
        return raised(header, complaint, ObligationReason.NO_DECISION, AllegationClass.UNKNOWN, Priority.P1);
    }

    /** Each time that it is told has an id of its own. */
    static Obligation held(String complaintId, WatchedComplaint complaint, Instant at) {
        String id = DeterministicId.of(
                complaintId,
                ObligationReason.HOLDING_OVERDUE.name(),
                COMMISSIONER,
                complaint.getHeldBy(),
                Integer.toString(complaint.getHeldTold()));
        String judged = complaint.getAllegationClass();
        String urgency = complaint.getPriority();
        return raised(
                header(id, complaintId, complaint.getHeldUntil(), complaint.getHeldBy(), at),
                complaint,
                ObligationReason.HOLDING_OVERDUE,
                judged == null ? AllegationClass.UNKNOWN : AllegationClass.valueOf(judged),
                urgency == null ? Priority.P1 : Priority.valueOf(urgency));
    }

    private static EventHeader header(String id, String complaintId, Instant due, @Nullable String cause, Instant at) {
        return EventHeader.newBuilder()
                .setEventId(id)
                .setComplaintId(complaintId)
                .setOccurredAt(due)
                .setRecordedAt(at)
                .setActorRef(ACTOR)
                .setLegalBasis(LEGAL_BASIS)
                .setCausationId(cause)
                .build();
    }

    private static Obligation raised(
            EventHeader header,
            WatchedComplaint complaint,
            ObligationReason reason,
            AllegationClass allegationClass,
            Priority priority) {
        Raised raised = Raised.newBuilder()
                .setComplaintId(header.getComplaintId())
                .setComplaintNumber(complaint.getComplaintNumber())
                .setAddressee(COMMISSIONER)
                .setReason(reason)
                .setAllegationClass(allegationClass)
                .setPriority(priority)
                .setReceivedAt(complaint.getReceivedAt())
                .build();
        return Obligation.newBuilder()
                .setKind(ObligationKind.RAISED)
                .setObligationId(header.getEventId())
                .setHeader(header)
                .setRaised(raised)
                .build();
    }
}
