package kz.aryz.dossier.destruction;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.aryz.audit.RecordedDecisions;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.sealing.Section;
import kz.aryz.shredding.Ground;

/** What somebody decides about the destruction of a complaint. */
sealed interface Decision {

    ProblemType BAD_APPROVAL = Decisions.problem("bad-approval", 400);
    ProblemType BAD_HOLD = Decisions.problem("bad-hold", 400);

    /** Room for a number, and for no sentence: it stands in clear, for ever. */
    Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./№_-]{0,39}");

    Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** That sections may be destroyed. */
    record Approve(RecordedDecisions.Approval approval) implements Decision {}

    /** That nothing may be, or that it may again. */
    record Hold(RecordedDecisions.Hold hold) implements Decision {}

    /**
     * As somebody put it. Says the same whatever the complaint is, and whether there is one.
     *
     * @param sections paths of what may be destroyed, in an approval
     * @param reason code of why
     * @param reference number of the order, request or decision
     * @throws ProblemException where it is not usable
     */
    static Decision of(Step step, Set<String> sections, Optional<String> reason, Optional<String> reference) {
        return switch (step) {
            case APPROVE -> new Approve(approval(sections, reason, reference));
            case HOLD -> new Hold(hold(true, reason, reference));
            case LIFT -> new Hold(hold(false, reason, reference));
        };
    }

    private static RecordedDecisions.Approval approval(
            Set<String> sections, Optional<String> reason, Optional<String> reference) {
        Ground ground = reason.flatMap(Ground::of).orElseThrow(() -> ProblemException.of(BAD_APPROVAL));
        requireUsable(!ground.isOrder() || reference.isPresent(), BAD_APPROVAL);
        requireUsable(isNumber(reference), BAD_APPROVAL);
        requireUsable(!sections.isEmpty() && Section.pathsOfComplaints().containsAll(sections), BAD_APPROVAL);
        return new RecordedDecisions.Approval(sections, ground.name(), reference);
    }

    private static RecordedDecisions.Hold hold(boolean set, Optional<String> reason, Optional<String> reference) {
        String code =
                reason.filter(text -> REASON.matcher(text).matches()).orElseThrow(() -> ProblemException.of(BAD_HOLD));
        requireUsable(isNumber(reference), BAD_HOLD);
        return new RecordedDecisions.Hold(set, code, reference);
    }

    /** Whether it is none, or can be one. */
    private static boolean isNumber(Optional<String> reference) {
        return reference.map(text -> REFERENCE.matcher(text).matches()).orElse(true);
    }

    private static void requireUsable(boolean usable, ProblemType otherwise) {
        if (!usable) {
            throw ProblemException.of(otherwise);
        }
    }
}
