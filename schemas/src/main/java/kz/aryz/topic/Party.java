package kz.aryz.topic;

/** Who writes or reads a topic; each is a principal of its own at the broker. */
public enum Party {
    /** intake-service. */
    INTAKE,
    /** triage-streams. */
    TRIAGE,
    /** notifier. */
    NOTIFIER,
    /** The investigators of the one unit that the topic's name carries. */
    UNIT,
    /** Whoever publishes reference data and looks at dead letters with the {@code aryz} commands. */
    OPERATOR,
    /** {@code aryz dead-letters retry}, which sends again what could not be processed. */
    RETRY,
    /** {@code aryz shred}, which destroys data keys. */
    SHREDDER
}
