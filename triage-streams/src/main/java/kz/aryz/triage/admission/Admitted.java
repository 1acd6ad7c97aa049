package kz.aryz.triage.admission;

import java.time.Instant;
import java.util.Optional;
import kz.aryz.reference.Reference;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;

/**
 * A complaint that is to be decided now. The snapshot of the reference data and the time go with it, so that one
 * decision is made with one of each.
 *
 * @param submission the complaint as it was taken in
 * @param key the wrapped key of its account; empty where none came in time
 * @param reference the release in use
 * @param at the time of the decision
 * @param again whether nothing came for it, and it is looked at again because the service started: no record is at hand that
 *     could be put aside for it, so that it must not fail
 */
public record Admitted(
        Submission submission, Optional<WrappedKey> key, Reference reference, Instant at, boolean again) {

    public String complaintId() {
        return submission.getHeader().getComplaintId();
    }

    public ComplaintReceived received() {
        return submission.getComplaintReceived();
    }

    /** The key that the account can be opened with; empty where no key could. */
    public Optional<String> keyReference() {
        return SealedAccount.keyReference(submission);
    }

    /** The sealed account; empty where the submission came without one. */
    public Optional<Sealed> account() {
        return SealedAccount.in(submission);
    }

    @Override
    public String toString() {
        return "Admitted[" + complaintId() + "]";
    }
}
