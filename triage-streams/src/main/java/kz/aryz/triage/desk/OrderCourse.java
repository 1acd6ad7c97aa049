package kz.aryz.triage.desk;

import java.util.Arrays;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.CommandVerdict;

/** What became of the head's order to give a complaint to somebody. The names stand in texts. */
enum OrderCourse {
    /** It is done. */
    ACCEPTED,
    /** Whoever was to have the complaint does not work on complaints of the unit. */
    NOT_OF_UNIT,
    /** They have it. */
    ALREADY_THEIRS,
    /** Something has happened to the complaint that the head did not see. */
    CHANGED,
    /** Nobody knows yet whether it is done. */
    UNANSWERED,
    /** It named nobody. */
    NOBODY_CHOSEN,
    /** Its form was shown before the head signed in anew. */
    RETURNED;

    /** By what triage answered; a reason of a later version says only that something has changed. */
    static OrderCourse of(CommandOutcome outcome) {
        return outcome.getVerdict() == CommandVerdict.ACCEPTED
                ? ACCEPTED
                : Arrays.stream(values())
                        .filter(course -> course.name().equals(outcome.getReason()))
                        .findFirst()
                        .orElse(CHANGED);
    }
}
