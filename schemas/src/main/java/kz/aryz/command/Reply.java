package kz.aryz.command;

import kz.aryz.schema.CommandOutcome;

/** What became of a command in the time that somebody waits for it. To repeat one under the same id is always safe. */
public sealed interface Reply {

    /** Triage decided. */
    record Answered(CommandOutcome outcome) implements Reply {}

    /** It is written, and triage will decide. */
    record Noted() implements Reply {}

    /** Nobody knows whether it is written. */
    record Unwritten() implements Reply {}
}
