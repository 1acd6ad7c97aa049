package kz.aryz.triage.assignment;

/** What was decided about an assignment. */
public sealed interface Ruling {

    /** The complaint is theirs. */
    record Accepted() implements Ruling {}

    /** Everything stays as it is. */
    record Refused(Refusal reason) implements Ruling {}
}
