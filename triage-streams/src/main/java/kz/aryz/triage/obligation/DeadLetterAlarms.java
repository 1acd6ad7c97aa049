package kz.aryz.triage.obligation;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.deadletter.DeadLetterCode;
import kz.aryz.runtime.deadletter.DeadLetterDuties;
import kz.aryz.runtime.deadletter.SourceRecord;
import kz.aryz.schema.Obligation;

/** A record that triage put aside is told to whoever is told of torture: nobody knows what is in it. */
public final class DeadLetterAlarms implements DeadLetterDuties {

    private final Supplier<Reference> reference;
    private final Clock clock;

    /**
     * Alarms of one instance.
     *
     * @param reference the release in use
     * @param clock gives the time of the obligations
     */
    public DeadLetterAlarms(Supplier<Reference> reference, Clock clock) {
        this.reference = reference;
        this.clock = clock;
    }

    @Override
    public List<Obligation> of(SourceRecord source, DeadLetterCode code) {
        return Obligations.ofDeadLetter(
                source.complaintId(), source.deadLetterKey(), code.name(), reference.get(), clock.instant());
    }
}
