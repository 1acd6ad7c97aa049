package kz.aryz.triage.register;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import kz.aryz.id.DeterministicId;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.EventHeader;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of one act behind the ones that a complaint has already: each with the next number, the hash of the one
 * before it, and an id that the same act gives it again.
 */
final class CaseChain {

    private final Provenance provenance;
    private long seq;
    private String lastEventId;
    private @Nullable ByteBuffer lastHash;

    /**
     * @param known what is kept of the complaint; null before its first event
     * @param cause id of what led to the act
     */
    CaseChain(@Nullable CaseFile known, String cause, Provenance provenance) {
        this.provenance = provenance;
        this.seq = known == null ? 0 : known.getLastSeq();
        this.lastHash = known == null ? null : known.getLastHash();
        this.lastEventId = cause;
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
        long next = seq + 1;
        return EventHeader.newBuilder()
                .setEventId(DeterministicId.of(provenance.complaintId(), kind.name(), Long.toString(next)))
                .setComplaintId(provenance.complaintId())
                .setOccurredAt(provenance.at())
                .setRecordedAt(provenance.at())
                .setSeq(next)
                .setPrevHash(lastHash)
                .setActorRef(provenance.actor())
                .setActorBody(provenance.actorBody())
                .setLegalBasis(legalBasis)
                .setReferenceVersion(provenance.referenceVersion())
                .setProfile(provenance.profile())
                .setCausationId(lastEventId)
                .build();
    }
}
