package kz.aryz.triage.deadletter;

/** What became of a record that was to be sent again. */
enum Fate {
    /** It was sent, and its dead letters are settled. */
    SENT("sent again"),
    /** What lies under its key is newer, or was destroyed: it was not sent, and its dead letters are settled. */
    SUPERSEDED("superseded"),
    /** Somebody else wrote under its key at the same time: it was not sent, and its dead letters are open. */
    CONTENDED("left open");

    private final String words;

    Fate(String words) {
        this.words = words;
    }

    /** For the operator. */
    String words() {
        return words;
    }
}
