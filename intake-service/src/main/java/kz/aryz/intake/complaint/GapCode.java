package kz.aryz.intake.complaint;

/** What can be missing or odd about a field. The names are part of the API. */
public enum GapCode {
    /** Wanted for routing or investigating, and not given. */
    MISSING,
    /** Not one of the codes that are known. */
    UNKNOWN_CODE,
    /** Not a field that is known; kept. */
    UNKNOWN_FIELD,
    /** Given more than once; the last one counts, all are kept. */
    REPEATED_FIELD,
    /** Of another JSON type than the field; kept. */
    WRONG_TYPE,
    /** A time that was not understood; kept. */
    UNREADABLE_TIME,
    /** A time that lies after the receipt. */
    IN_FUTURE,
    /** An identification number whose length, digits or check digit are wrong. */
    IIN_CHECKSUM,
    /** Characters that no text can hold; the letters are kept. */
    UNREADABLE_CHARACTERS,
    /** More entries than are taken apart; the rest is kept as it came. */
    TOO_MANY,
    /** Not kept on purpose: the number an anonymous caller calls from. */
    NOT_KEPT,
    /** More gaps than are listed. */
    MORE_GAPS
}
