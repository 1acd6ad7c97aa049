package kz.aryz.triage.deadletter;

/** What became of a record that was to be sent again. */
enum Fate {
    /** It was sent, and its dead letters are settled. */
    SENT("sent again", true),
    /** What lies under its key is newer, or was destroyed: it was not sent, and its dead letters are settled. */
    SUPERSEDED("superseded", true),
    /** Somebody else wrote under its key at the same time: it was not sent, and its dead letters are open. */
    CONTENDED("left open", false),
    /** Whoever retries may not write where it was read: it was not sent, and its dead letters are open. */
    FORBIDDEN("not permitted", false);

    private final String words;
    private final boolean settles;

    Fate(String words, boolean settles) {
        this.words = words;
        this.settles = settles;
    }

    /** For the operator. */
    String words() {
        return words;
    }

    /** Whether its dead letters are open no more. */
    boolean settles() {
        return settles;
    }
}
