package kz.aryz.chain;

/**
 * A place at which a chain is not whole.
 *
 * @param complaintId key of the record there
 * @param seq position in the chain that the event there says it has; 0 where it cannot be read
 * @param offset of the record on the complaint's partition
 */
record Break(String complaintId, long seq, long offset, Kind kind) {

    /** What does not fit. */
    enum Kind {
        /** There is no event, or none that this version can read. */
        UNREADABLE("it cannot be read"),
        /** It is about another complaint than the one whose key it has. */
        FOREIGN("it is about another complaint"),
        /** It does not come next: one before it is missing, or it stands there twice. */
        POSITION("it does not come next: events are missing, or there twice"),
        /** The event before it has another hash: one of both was changed. */
        HASH("the event before it is not the one that it was written behind");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
