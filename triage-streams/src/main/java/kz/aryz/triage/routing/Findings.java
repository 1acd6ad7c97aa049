package kz.aryz.triage.routing;

import java.util.Objects;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Priority;
import kz.aryz.triage.classification.Allegation;
import kz.aryz.triage.classification.AllegationType;
import kz.aryz.triage.conflict.Closure;
import kz.aryz.triage.enrichment.Circumstances;

/**
 * What is known of a complaint when it is routed.
 *
 * @param account the opened account
 * @param transmitToProsecutor what was said when asked for consent
 * @param allegation what is alleged
 * @param priority how urgent it is
 * @param circumstances where, when, under which law
 * @param closure who must not learn of it
 */
public record Findings(
        AccountSection account,
        ConsentValue transmitToProsecutor,
        Allegation allegation,
        Priority priority,
        Circumstances circumstances,
        Closure closure) {

    boolean isDeathOrMassEvent() {
        return circumstances.victims().dead()
                || alleges(AllegationType.DEATH_IN_CUSTODY)
                || !Objects.requireNonNullElse(account.getMassEventCode(), "").isBlank();
    }

    boolean alleges(AllegationType type) {
        return allegation.types().contains(type.name());
    }

    @Override
    public String toString() {
        return "Findings[" + allegation.allegationClass() + ", " + priority + "]";
    }
}
