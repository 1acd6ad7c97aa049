package kz.aryz.triage.register;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import kz.aryz.id.DeterministicId;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.EventHeader;
import kz.aryz.triage.admission.Admitted;
import kz.aryz.triage.disposition.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of one disposition behind the ones that a complaint has already: each with the next number, the hash of
 * the one before it, and an id that the same disposition gives it again.
 */
final class CaseChain {

    private final Disposition disposition;
    private long seq;
    private String lastEventId;
    private @Nullable ByteBuffer lastHash;

    /** @param known what is kept of the complaint; null for the first disposition */
    CaseChain(@Nullable CaseFile known, Disposition disposition) {
        this.disposition = disposition;
        this.seq = known == null ? 0 : known.getLastSeq();
        this.lastHash = known == null ? null : known.getLastHash();
        this.lastEventId =
                known == null ? disposition.complaint().submission().getHeader().getEventId() : known.getLastEventId();
    }

    CaseEvent append(CaseEventKind kind, String legalBasis, Consumer<CaseEvent> fact) {
        CaseEvent event = new CaseEvent();
        event.setKind(kind);
        event.setHeader(header(kind, legalBasis));
        fact.accept(event);
        seq = event.getHeader().getSeq();
        lastEventId = event.getHeader().getEventId();
        lastHash = BodyHash.of(event);
        return event;
    }

    long seq() {
        return seq;
    }

    String lastEventId() {
        return lastEventId;
    }

    @Nullable
    ByteBuffer lastHash() {
        return lastHash;
    }

    private EventHeader header(CaseEventKind kind, String legalBasis) {
        Admitted complaint = disposition.complaint();
        long next = seq + 1;
        return EventHeader.newBuilder()
                .setEventId(DeterministicId.of(complaint.complaintId(), kind.name(), Long.toString(next)))
                .setComplaintId(complaint.complaintId())
                .setOccurredAt(complaint.at())
                .setRecordedAt(complaint.at())
                .setSeq(next)
                .setPrevHash(lastHash)
                .setActorRef(Register.ACTOR)
                .setLegalBasis(legalBasis)
                .setReferenceVersion(complaint.reference().version())
                .setProfile(disposition.profile())
                .setCausationId(lastEventId)
                .build();
    }
}
