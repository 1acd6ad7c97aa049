package kz.aryz.triage.assignment;

import kz.aryz.command.Refusal;

/** What was decided about a command. */
public sealed interface Ruling {

    /** It is done. */
    record Accepted() implements Ruling {}

    /** Everything stays as it is. */
    record Refused(Refusal reason) implements Ruling {}
}
