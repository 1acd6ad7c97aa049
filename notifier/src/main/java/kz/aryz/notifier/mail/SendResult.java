package kz.aryz.notifier.mail;

/** How a sending went. The code is what may be written down: never a server's own words. */
public enum SendResult {
    /** The server took responsibility for the message. */
    OK,
    /** No connection came about: refused, unknown host, broken off. */
    CONNECT,
    /** The server did not accept or answer in time. Whether it took the message, nobody knows. */
    TIMEOUT,
    /** The server refused the user or the password. */
    AUTHENTICATION,
    /** The server refused for now. */
    REFUSED_4XX,
    /** The server refused for good. Tried again all the same: the duty to tell does not end with a full mailbox. */
    REFUSED_5XX,
    /** The connection broke in the middle, or TLS could not be agreed on. Whether the message was taken, nobody knows. */
    BROKEN;

    public boolean delivered() {
        return this == OK;
    }
}
