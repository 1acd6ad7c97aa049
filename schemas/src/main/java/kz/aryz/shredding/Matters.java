package kz.aryz.shredding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.reference.Profile;
import kz.aryz.reference.Reference;
import kz.aryz.schema.AllegationClass;

/**
 * All that a destruction is decided from.
 *
 * @param complete whether all that is on record about the complaint could be read
 * @param facts who may know of the complaint
 * @param allegationClass UNKNOWN is handled as A
 * @param holds what was done about legal holds, in the order of the record
 * @param approvals what was approved, likewise
 * @param sections paths of what is to be destroyed
 * @param terms what the law of the day says
 * @param now the time
 */
record Matters(
        boolean complete,
        ComplaintFacts facts,
        AllegationClass allegationClass,
        List<HoldChange> holds,
        List<Approval> approvals,
        Set<String> sections,
        Terms terms,
        Instant now) {

    Matters {
        holds = List.copyOf(holds);
        approvals = List.copyOf(approvals);
        sections = Set.copyOf(sections);
    }

    /**
     * What the law of a day says about destruction.
     *
     * @param coolOff how long to wait after an approval
     * @param counts how long an approval counts
     * @param topLevel the body at the top of a body; of one that nobody knows, itself
     */
    record Terms(Period coolOff, Period counts, UnaryOperator<String> topLevel) {

        private static final Set<String> SETTINGS = Set.of(Profile.DESTRUCTION_COOL_OFF, Profile.DESTRUCTION_APPROVAL);

        /** What the release says about the day; empty where it is of a version that says nothing about destruction. */
        static Optional<Terms> of(Reference reference, Instant now) {
            LocalDate day = Reference.day(now);
            Profile profile = reference.profile(day);
            if (!profile.settings().keySet().containsAll(SETTINGS)) {
                return Optional.empty();
            }
            return Optional.of(new Terms(
                    profile.period(Profile.DESTRUCTION_COOL_OFF),
                    profile.period(Profile.DESTRUCTION_APPROVAL),
                    body -> reference.topLevel(body, day).orElse(body)));
        }
    }
}
