package kz.aryz.triage.admission;

import java.util.Optional;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.Submission;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Section;

/** Finds the account among the sealed sections of a submission. */
final class SealedAccount {

    private SealedAccount() {}

    /** The sealed account; empty where the submission came without one. */
    static Optional<Sealed> in(Submission submission) {
        return submission.getComplaintReceived().getSections().stream()
                .filter(section -> section.getSection().equals(Section.ACCOUNT.path()))
                .findFirst();
    }

    /** The key that its account can be opened with; empty where there is no account, or a key of another complaint. */
    static Optional<String> keyReference(Submission submission) {
        String own = KeyReference.of(submission.getHeader().getComplaintId(), Section.ACCOUNT.path(), "");
        return in(submission).map(Sealed::getKeyRef).filter(reference -> reference.startsWith(own));
    }
}
