package kz.aryz.system.outage;

/** How far a commit has come when the broker falls silent. */
enum Moment {
    /** What was written is acknowledged; how far was read is to be noted. */
    OFFSETS,
    /** The transaction is to be ended. */
    END
}
