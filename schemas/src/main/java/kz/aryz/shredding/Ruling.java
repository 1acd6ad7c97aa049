package kz.aryz.shredding;

import java.time.Instant;
import java.util.List;

/** What was decided about a destruction. */
sealed interface Ruling {

    /**
     * It may be done.
     *
     * @param approvals ids of the two approvals that it rests on
     * @param before what was sealed at that time or later was unknown to one of those who approved, and stays
     */
    record Allowed(List<String> approvals, Instant before) implements Ruling {

        public Allowed {
            approvals = List.copyOf(approvals);
        }
    }

    /** It may not; why, all that is known of it. */
    record Refused(List<Refusal> reasons) implements Ruling {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
