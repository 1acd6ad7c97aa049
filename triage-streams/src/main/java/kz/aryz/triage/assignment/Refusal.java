package kz.aryz.triage.assignment;

/** Why a complaint was not given to somebody. The names stand in records and never change. */
public enum Refusal {
    /** For who asks there is no such complaint to give: it is not the unit's, or they may not. */
    NOT_THERE,
    /** Who is to have it does not work on complaints of the unit, or must not know of this one. */
    NOT_OF_UNIT,
    /** They have it. */
    ALREADY_THEIRS,
    /** Something has happened to it that who asks did not know of. */
    CHANGED
}
