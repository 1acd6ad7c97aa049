package kz.aryz.dossier;

import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.Submission;

/** What a dossier learns of its complaint. */
public sealed interface DossierFact {

    /** The complaint. */
    String complaintId();

    /** Something came in. */
    record Submitted(String complaintId, Submission submission) implements DossierFact {}

    /** A data key is there, or there anew. */
    record Keyed(String complaintId, String keyRef) implements DossierFact {}

    /** A data key was destroyed; what is known of why stands in the headers of its record. */
    record Shredded(String complaintId, String keyRef) implements DossierFact {}

    /** Something was decided. */
    record Happened(String complaintId, CaseEvent event) implements DossierFact {}

    /** Somebody opened a section. */
    record Accessed(String complaintId) implements DossierFact {}
}
