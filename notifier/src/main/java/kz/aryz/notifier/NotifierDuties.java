package kz.aryz.notifier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kz.aryz.id.DeterministicId;
import kz.aryz.runtime.deadletter.DeadLetterCode;
import kz.aryz.runtime.deadletter.DeadLetterDuties;
import kz.aryz.runtime.deadletter.SourceRecord;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationKind;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Raised;

/** The Commissioner is told of every record that notifier had to put aside. */
final class NotifierDuties implements DeadLetterDuties {

    private static final String COMMISSIONER = "COMMISSIONER";

    /** Law on the Commissioner for Human Rights, No. 90-VII of 29.12.2021. */
    private static final String LEGAL_BASIS = "LAW-90-VII";

    private final Clock clock;

    NotifierDuties(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Obligation> of(SourceRecord source, DeadLetterCode code) {
        ObligationReason reason = ObligationReason.DEAD_LETTER;
        String id = DeterministicId.of(NotifierConfig.NAME, source.deadLetterKey(), reason.name(), COMMISSIONER);
        Raised raised = Raised.newBuilder()
                .setComplaintId(source.complaintId().orElse(null))
                .setAddressee(COMMISSIONER)
                .setReason(reason)
                .setAllegationClass(AllegationClass.UNKNOWN)
                .setPriority(Priority.P1)
                .setDetailCode(code.name())
                .build();
        return List.of(Obligation.newBuilder()
                .setKind(ObligationKind.RAISED)
                .setObligationId(id)
                .setHeader(header(id, source))
                .setRaised(raised)
                .build());
    }

    private EventHeader header(String id, SourceRecord source) {
        Instant now = clock.instant();
        return EventHeader.newBuilder()
                .setEventId(id)
                .setComplaintId(source.complaintId().orElse(""))
                .setOccurredAt(now)
                .setRecordedAt(now)
                .setActorRef(NotifierConfig.NAME)
                .setLegalBasis(LEGAL_BASIS)
                .build();
    }
}
