package kz.aryz.triage.decision;

import kz.aryz.triage.classification.Allegation;
import kz.aryz.triage.enrichment.Circumstances;
import kz.aryz.triage.priority.Prioritised;
import kz.aryz.triage.routing.Route;

/**
 * What was decided about a complaint. Nothing in it is content.
 *
 * @param allegation class and types
 * @param prioritised urgency
 * @param circumstances place, time, profile
 * @param route owner
 * @param referenceVersion release of the reference data it was decided with
 */
public record Decision(
        Allegation allegation,
        Prioritised prioritised,
        Circumstances circumstances,
        Route route,
        String referenceVersion) {}
