package kz.aryz.dossier;

/** The records about a complaint of which there may be any number, as they follow each other on the log. */
public enum Trail {
    /** What came in, each once however often it is repeated; on {@code complaints.submissions}. */
    SUBMISSIONS,
    /** What is on record about it; on {@code audit.accesses}. */
    ACCESSES
}
