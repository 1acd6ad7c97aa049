package kz.aryz.triage.release;

import java.util.Optional;
import java.util.Set;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.reference.PermittedUnits;
import kz.aryz.schema.ConsentValue;
import kz.aryz.triage.assignment.Affiliation;
import kz.aryz.triage.register.CaseFile;
import org.jspecify.annotations.Nullable;

/**
 * What the Commissioner holds of a complaint.
 *
 * @param unit code of the unit that owns it; the Commissioner's where the one that it was given to may not have it any more
 * @param withheld whether consent keeps the identity from units. Where the version that routed it kept no consent, it does
 * @param releasedTo code of the unit that was let read it all the same; null while none was
 * @param seq position of its last event
 * @param excludedBodies codes of the bodies that must not learn of it; empty while that is not known
 */
public record Custody(
        String unit, boolean withheld, @Nullable String releasedTo, long seq, Optional<Set<String>> excludedBodies) {

    private static final String COMMISSIONER = "COMMISSIONER";

    public Custody {
        excludedBodies = excludedBodies.map(Set::copyOf);
    }

    /** What follows from what is kept of it. Whom it accuses nobody knows before its account has been opened. */
    public static Custody of(CaseFile file, Affiliation affiliation) {
        Optional<Set<String>> excluded = Optional.ofNullable(file.getExcludedBodies())
                .filter(known -> file.getOpened())
                .map(Set::copyOf);
        PermittedUnits permitted =
                new PermittedUnits(affiliation.reference(), affiliation.today(), excluded.orElse(Set.of()));
        return new Custody(
                permitted.permits(file.getUnit()) ? file.getUnit() : COMMISSIONER,
                !ConsentValue.GIVEN.name().equals(file.getTransmitToProsecutor()),
                file.getReleasedTo(),
                file.getLastSeq(),
                excluded);
    }

    boolean isWithUnit() {
        return !unit.equals(COMMISSIONER);
    }

    /** Whether the unit may read what consent keeps from it. */
    boolean isReleased() {
        return unit.equals(releasedTo);
    }

    /** What was held and is released stays the office's to release, so that whoever asks again is told so. */
    ComplaintFacts facts() {
        return new ComplaintFacts(unit, Optional.empty(), excludedBodies.orElse(Set.of()), withheld || !isWithUnit());
    }
}
