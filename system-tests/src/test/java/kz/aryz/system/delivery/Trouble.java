package kz.aryz.system.delivery;

/** What a mail server may do with a message instead of taking it. */
enum Trouble {
    /** It reads the whole message and never says a word about it. */
    HANGS,
    /** It begins an answer and goes on with it for ever, a byte at a time. */
    TRICKLES,
    /** It refuses for now. */
    REFUSES_FOR_NOW,
    /** It refuses for good. */
    REFUSES_FOR_GOOD;

    /** Whether the sender is still waiting while the trouble lasts. */
    boolean keepsWaiting() {
        return this == HANGS || this == TRICKLES;
    }
}
