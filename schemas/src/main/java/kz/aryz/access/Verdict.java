package kz.aryz.access;

import java.util.List;

/** What was decided. */
public sealed interface Verdict {

    /** For the person it is not there: nothing they are told may differ from what it would be without it. */
    NotThere NOT_THERE = new NotThere();

    /**
     * They may.
     *
     * @param as the roles of theirs that let them, in the order of {@link Role}; at least one
     */
    record Allowed(List<Role> as) implements Verdict {

        public Allowed {
            as = List.copyOf(as);
        }
    }

    /** There is no "forbidden": who may not do something with a complaint must not learn that it exists. */
    record NotThere() implements Verdict {}
}
