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

/** The duty to tell the Commissioner of a complaint that nobody decided about in time; one per complaint. */
final class Overdue {

    private static final String COMMISSIONER = "COMMISSIONER";

    /** Law on the Commissioner for Human Rights, No. 90-VII of 29.12.2021. */
    private static final String LEGAL_BASIS = "LAW-90-VII";

    private static final String ACTOR = "notifier";

    private Overdue() {}

    static Obligation obligation(String complaintId, WatchedComplaint complaint, Instant at) {
        String id = DeterministicId.of(complaintId, ObligationReason.NO_DECISION.name(), COMMISSIONER);
        return Obligation.newBuilder()
                .setKind(ObligationKind.RAISED)
                .setObligationId(id)
                .setHeader(header(id, complaintId, complaint, at))
                .setRaised(raised(complaintId, complaint))
                .build();
    }

    private static EventHeader header(String id, String complaintId, WatchedComplaint complaint, Instant at) {
        return EventHeader.newBuilder()
                .setEventId(id)
                .setComplaintId(complaintId)
                .setOccurredAt(complaint.getDeadline())
                .setRecordedAt(at)
                .setActorRef(ACTOR)
                .setLegalBasis(LEGAL_BASIS)
                .setCausationId(complaint.getSubmissionEventId())
                .build();
    }

    /** Nobody has judged it: the class is unknown, which is handled as A. */
    private static Raised raised(String complaintId, WatchedComplaint complaint) {
        return Raised.newBuilder()
                .setComplaintId(complaintId)
                .setComplaintNumber(complaint.getComplaintNumber())
                .setAddressee(COMMISSIONER)
                .setReason(ObligationReason.NO_DECISION)
                .setAllegationClass(AllegationClass.UNKNOWN)
                .setPriority(Priority.P1)
                .setReceivedAt(complaint.getReceivedAt())
                .build();
    }
}
