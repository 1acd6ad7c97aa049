package kz.aryz.audit;

/** What came of somebody's wish to put a decision on record. */
public sealed interface Recording {

    /**
     * It stands there, with all in-sync replicas.
     *
     * @param eventId id of the record
     */
    record OnRecord(String eventId) implements Recording {}

    /** Nobody knows whether it stands there. */
    record NotOnRecord() implements Recording {}

    /** For this person there is no such complaint, or nothing to decide about it. */
    record NotThere() implements Recording {}
}
