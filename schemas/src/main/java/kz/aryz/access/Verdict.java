package kz.aryz.access;

/** What was decided. */
public sealed interface Verdict {

    /** For the person it is not there: nothing they are told may differ from what it would be without it. */
    NotThere NOT_THERE = new NotThere();

    /**
     * They may.
     *
     * @param as the role that lets them
     */
    record Allowed(Role as) implements Verdict {}

    /** There is no "forbidden": who may not do something with a complaint must not learn that it exists. */
    record NotThere() implements Verdict {}
}
