package kz.aryz.triage.priority;

import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AllegationClass;
import kz.aryz.triage.classification.Allegation;
import kz.aryz.triage.classification.AllegationType;
import kz.aryz.triage.classification.Sign;
import kz.aryz.triage.enrichment.Circumstances;

/**
 * What cannot wait. In each of these cases a unit gets the bare facts though consent was refused, and whoever complains is told so
 * before they answer.
 */
public enum Emergency {
    DEATH,
    DISAPPEARANCE,
    LIFE,
    ONGOING,
    CHILD,
    SEXUAL,
    REPRISAL;

    /** Code of the rule. */
    String rule() {
        return "P0-" + name();
    }

    boolean holds(AccountSection account, Allegation allegation, Circumstances circumstances) {
        return switch (this) {
            case DEATH -> is(allegation, AllegationType.DEATH_IN_CUSTODY);
            case DISAPPEARANCE -> is(allegation, AllegationType.ENFORCED_DISAPPEARANCE);
            case LIFE -> allegation.signs().contains(Sign.LIFE_AT_RISK);
            case ONGOING -> Boolean.TRUE.equals(account.getOngoing()) && isAbuse(allegation);
            case CHILD -> circumstances.victims().child();
            case SEXUAL -> is(allegation, AllegationType.SEXUAL_VIOLENCE);
            case REPRISAL ->
                is(allegation, AllegationType.REPRISAL)
                        && circumstances.victims().held();
        };
    }

    private static boolean isAbuse(Allegation allegation) {
        return allegation.handledAsA() || allegation.allegationClass() == AllegationClass.B;
    }

    private static boolean is(Allegation allegation, AllegationType type) {
        return allegation.types().contains(type.name());
    }
}
