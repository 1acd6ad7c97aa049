package kz.aryz.triage.routing;

import java.util.List;
import java.util.NavigableSet;

/** Who gets a complaint. */
public sealed interface Route {

    /** Code of the unit whose queue it enters. */
    String unit();

    /** Code of the body that the unit belongs to. */
    String ownerBody();

    /** Ids of the rules that led here, in order. */
    List<String> rules();

    /** Codes of the bodies that were excluded. */
    NavigableSet<String> excludedBodies();

    /** A unit outside every excluded body. */
    record Assigned(String unit, String ownerBody, List<String> rules, NavigableSet<String> excludedBodies)
            implements Route {

        public Assigned {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Every unit of the release lies inside an excluded body: somebody accused the whole State. The Commissioner, whom
     * the law makes answerable to no State body, holds it, because a complaint without an owner is a complaint lost.
     */
    record Blocked(String unit, String ownerBody, List<String> rules, NavigableSet<String> excludedBodies)
            implements Route {

        public Blocked {
            rules = List.copyOf(rules);
        }
    }
}
