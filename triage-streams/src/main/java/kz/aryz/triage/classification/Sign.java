package kz.aryz.triage.classification;

/** Something in a complaint that points to a type of allegation, whatever was declared. */
public enum Sign {
    BEATING(AllegationType.TORTURE),
    ELECTRIC_SHOCK(AllegationType.TORTURE),
    SUFFOCATION(AllegationType.TORTURE),
    TORTURE(AllegationType.TORTURE),
    PAINFUL_METHOD(AllegationType.TORTURE),
    GUNSHOT(AllegationType.TORTURE),
    SEXUAL_VIOLENCE(AllegationType.SEXUAL_VIOLENCE),
    DEATH(AllegationType.DEATH_IN_CUSTODY),
    DISAPPEARANCE(AllegationType.ENFORCED_DISAPPEARANCE),
    FORCED_CONFESSION(AllegationType.COERCED_TESTIMONY),
    REPRISAL(AllegationType.REPRISAL),
    HUMILIATION(AllegationType.CIDT),
    LIFE_AT_RISK(AllegationType.DENIAL_OF_MEDICAL_CARE);

    private final AllegationType type;

    Sign(AllegationType type) {
        this.type = type;
    }

    /** The type of allegation that it points to. Every sign raises a complaint to class A. */
    public AllegationType type() {
        return type;
    }
}
