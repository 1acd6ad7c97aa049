package kz.aryz.command;

/** Why triage did not do what somebody asked for. The names stand in records and never change. */
public enum Refusal {
    /** For who asks there is no such complaint to give: it is not the unit's, or they may not. */
    NOT_THERE,
    /** Who is to have it does not work on complaints of the unit, or must not know of this one. */
    NOT_OF_UNIT,
    /** They have it. */
    ALREADY_THEIRS,
    /** Something has happened to it that who asks did not know of. */
    CHANGED,
    /** Its account has not been opened yet, so that nobody knows whom it accuses, and who must not learn of it. */
    UNDECIDED,
    /** There is no such unit today, or it has no queue, or it is the Commissioner's. */
    NO_SUCH_UNIT,
    /** The unit is of a body that must not learn of it. */
    EXCLUDED_UNIT,
    /** It lies with another unit, and only that one can be let read it. */
    OTHER_UNIT,
    /** It lies with a unit: there is no check to begin. */
    ALREADY_ROUTED,
    /** The unit may read it. */
    ALREADY_RELEASED
}
