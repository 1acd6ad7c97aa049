package kz.aryz.triage.decision;

import java.time.Instant;
import kz.aryz.reference.Reference;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.ConsentValue;
import kz.aryz.triage.classification.Allegation;
import kz.aryz.triage.classification.Classification;
import kz.aryz.triage.conflict.Closure;
import kz.aryz.triage.conflict.ConflictClosure;
import kz.aryz.triage.enrichment.Circumstances;
import kz.aryz.triage.enrichment.Enrichment;
import kz.aryz.triage.priority.Prioritised;
import kz.aryz.triage.priority.PriorityRule;
import kz.aryz.triage.routing.Findings;
import kz.aryz.triage.routing.Routing;

/** Classify, enrich, exclude, prioritise, route, with one release of reference data. Stateless, immutable. */
public final class Decisions {

    private final Reference reference;
    private final Classification classification;

    public Decisions(Reference reference, Classification classification) {
        this.reference = reference;
        this.classification = classification;
    }

    /**
     * Decides about a complaint whose account could be opened.
     *
     * @param transmitToProsecutor what was said when asked for consent
     * @param receivedAt decides the law in force
     * @param decidedAt decides which units and bodies there are
     */
    public Decision decide(
            AccountSection account, ConsentValue transmitToProsecutor, Instant receivedAt, Instant decidedAt) {
        Allegation allegation = classification.classify(account);
        Circumstances circumstances = new Enrichment(reference).enrich(account, receivedAt, decidedAt);
        Closure closure = new ConflictClosure(reference).closure(account, circumstances);
        Prioritised prioritised = new PriorityRule(reference).priority(account, allegation, circumstances, closure);
        Findings findings =
                new Findings(account, transmitToProsecutor, allegation, prioritised.priority(), circumstances, closure);
        return new Decision(
                allegation, prioritised, circumstances, new Routing(reference).route(findings), reference.version());
    }
}
