package kz.aryz.shredding;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What was decided about a destruction. */
sealed interface Ruling {

    /**
     * It may be done.
     *
     * @param approvals ids of the two approvals that it rests on
     * @param ground code of why, as the Commissioner's officer gave it
     * @param bodies codes of the bodies of the two
     * @param before what was sealed at that time or later was unknown to one of those who approved, and stays
     */
    record Allowed(List<String> approvals, String ground, Set<String> bodies, Instant before) implements Ruling {

        public Allowed {
            approvals = List.copyOf(approvals);
            bodies = Set.copyOf(bodies);
        }
    }

    /** It may not; why, all that is known of it. */
    record Refused(List<Refusal> reasons) implements Ruling {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
