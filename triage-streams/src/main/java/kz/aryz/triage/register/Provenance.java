package kz.aryz.triage.register;

import java.time.Instant;
import kz.aryz.reference.Reference;
import kz.aryz.schema.CaseCommand;
import kz.aryz.triage.disposition.Disposition;
import kz.aryz.triage.queue.IndexKey;

/**
 * What the headers of all events of one act have in common.
 *
 * @param complaintId the complaint
 * @param at when it was decided
 * @param actor who acted: a service's name or a pseudonym
 * @param actorBody code of the actor's body; empty for a service
 * @param referenceVersion the reference data it was decided with
 * @param profile the jurisdiction profile in force at receipt
 */
record Provenance(
        String complaintId, Instant at, String actor, String actorBody, String referenceVersion, String profile) {

    /**
     * Whoever asked for it acted.
     *
     * @param actorBody code of the body that they act for
     */
    static Provenance of(CaseFile known, CaseCommand command, String actorBody, Reference reference, Instant at) {
        Instant receivedAt = IndexKey.parse(known.getIndexKey()).orElseThrow().receivedAt();
        return new Provenance(
                command.getComplaintId(),
                at,
                command.getActor().getPseudonym(),
                actorBody,
                reference.version(),
                reference.profile(Reference.day(receivedAt)).code());
    }

    /** Triage itself acted. */
    static Provenance of(Disposition disposition) {
        Reference reference = disposition.complaint().reference();
        return new Provenance(
                disposition.complaint().complaintId(),
                disposition.complaint().at(),
                Register.ACTOR,
                "",
                reference.version(),
                disposition.profile());
    }
}
