package kz.aryz.intake.json;

/** A text that cannot be read as JSON. Says why, never with a word of the text. */
public final class UnreadableJson extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a text could not be read. */
    public enum Reason {
        /** Nothing but white space. */
        EMPTY,
        /** Not UTF-8. */
        ENCODING,
        /** Not JSON. */
        BROKEN,
        /** Too many objects or arrays within each other. */
        TOO_DEEP
    }

    private final Reason reason;

    UnreadableJson(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
