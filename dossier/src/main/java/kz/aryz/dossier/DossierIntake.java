package kz.aryz.dossier;

import kz.aryz.runtime.deadletter.DeadLetterCode;
import kz.aryz.runtime.deadletter.ParkedException;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.Submission;
import kz.aryz.schema.SubmissionKind;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import org.jspecify.annotations.Nullable;

/** Takes records in as facts, and parks what this version does not know. */
final class DossierIntake {

    private DossierIntake() {}

    static DossierFact submitted(@Nullable String complaintId, @Nullable Submission submission) {
        Submission known = present(submission);
        requireKnown(known.getKind() != SubmissionKind.UNKNOWN);
        requireKey(complaintId, known.getHeader().getComplaintId());
        return new DossierFact.Submitted(known.getHeader().getComplaintId(), known);
    }

    /** A key without a row is a destroyed one. */
    static DossierFact keyed(@Nullable String keyRef, @Nullable WrappedKey key) {
        if (key == null) {
            String destroyed = present(keyRef);
            return new DossierFact.Shredded(complaintOf(destroyed), destroyed);
        }
        requireKey(keyRef, KeyReference.of(key));
        return new DossierFact.Keyed(key.getComplaintId(), KeyReference.of(key));
    }

    static DossierFact happened(@Nullable String complaintId, @Nullable CaseEvent event) {
        CaseEvent known = present(event);
        requireKnown(known.getKind() != CaseEventKind.UNKNOWN);
        requireKey(complaintId, known.getHeader().getComplaintId());
        return new DossierFact.Happened(known.getHeader().getComplaintId(), known);
    }

    static DossierFact accessed(@Nullable String complaintId, @Nullable AccessEvent event) {
        AccessEvent known = present(event);
        requireKnown(known.getKind() != AccessEventKind.UNKNOWN);
        requireKey(complaintId, known.getHeader().getComplaintId());
        return new DossierFact.Accessed(known.getHeader().getComplaintId());
    }

    private static String complaintOf(String keyRef) {
        int slash = keyRef.indexOf('/');
        if (slash < 0) {
            throw new ParkedException(DeadLetterCode.KEY_MISMATCH);
        }
        return keyRef.substring(0, slash);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new ParkedException(DeadLetterCode.MALFORMED);
        }
        return value;
    }

    private static void requireKnown(boolean known) {
        if (!known) {
            throw new ParkedException(DeadLetterCode.UNKNOWN_KIND);
        }
    }

    private static void requireKey(@Nullable String key, String expected) {
        if (!expected.equals(key)) {
            throw new ParkedException(DeadLetterCode.KEY_MISMATCH);
        }
    }
}
