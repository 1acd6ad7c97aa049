package kz.aryz.runtime.deadletter;

/** Why a record could not be processed. The code is all that is said about it: texts of exceptions may hold content. */
public enum DeadLetterCode {
    /** The bytes are no record of the topic. */
    MALFORMED,
    /** A kind of fact that this version does not know: written by a newer one, to be retried after the upgrade. */
    UNKNOWN_KIND,
    /** A kind of fact that this version knows and cannot act on yet. */
    UNSUPPORTED_KIND,
    /** The record's key and its content name different complaints. */
    KEY_MISMATCH,
    /** A decision failed on it: a fault of the program. */
    PROCESSING_FAILED
}
