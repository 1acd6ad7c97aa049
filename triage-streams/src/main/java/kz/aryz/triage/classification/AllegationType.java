package kz.aryz.triage.classification;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.schema.AllegationClass;

/** The taxonomy of allegations, most severe first: the order decides which type is the primary one. */
public enum AllegationType {
    DEATH_IN_CUSTODY(AllegationClass.A),
    ENFORCED_DISAPPEARANCE(AllegationClass.A),
    SEXUAL_VIOLENCE(AllegationClass.A),
    TORTURE(AllegationClass.A),
    REPRISAL(AllegationClass.A),
    COERCED_TESTIMONY(AllegationClass.A),
    CIDT(AllegationClass.A),
    EXCESSIVE_FORCE(AllegationClass.B),
    ACQUIESCENCE_INTERPRISONER_VIOLENCE(AllegationClass.B),
    UNLAWFUL_DETENTION(AllegationClass.B),
    EXCEEDING_AUTHORITY(AllegationClass.B),
    ABUSE_OF_OFFICE(AllegationClass.B),
    FALSIFIED_EVIDENCE(AllegationClass.B),
    FAILURE_TO_INVESTIGATE(AllegationClass.B),
    EXTORTION(AllegationClass.B),
    DENIAL_OF_MEDICAL_CARE(AllegationClass.C),
    DENIAL_OF_COUNSEL(AllegationClass.C),
    DENIAL_OF_FAMILY_CONTACT(AllegationClass.C),
    DETENTION_CONDITIONS(AllegationClass.C),
    DISCIPLINARY_REGIME(AllegationClass.C),
    PROPERTY(AllegationClass.C),
    OTHER_RIGHTS(AllegationClass.C),
    OUT_OF_SCOPE(AllegationClass.X),
    SPAM(AllegationClass.X);

    private final AllegationClass allegationClass;

    AllegationType(AllegationClass allegationClass) {
        this.allegationClass = allegationClass;
    }

    public AllegationClass allegationClass() {
        return allegationClass;
    }

    /** The type of that code, whatever its case; empty for a code that the taxonomy does not have. */
    public static Optional<AllegationType> of(String code) {
        String name = code.strip().toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
