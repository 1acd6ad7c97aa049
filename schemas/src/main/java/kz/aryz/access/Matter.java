package kz.aryz.access;

import java.util.Set;

/** What an action is about. */
public sealed interface Matter permits Matter.Whole, QueueFacts, ComplaintFacts {

    /** Nothing in particular. */
    Whole WHOLE = new Whole();

    /** Whether people of these bodies must not know of it. */
    boolean excludes(Set<String> bodies);

    /** The system as a whole. */
    record Whole() implements Matter {

        @Override
        public boolean excludes(Set<String> bodies) {
            return false;
        }
    }
}
