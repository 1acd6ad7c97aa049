package kz.aryz.notifier.release;

import java.util.Arrays;
import java.util.Locale;
import kz.aryz.runtime.http.ProblemException;

/** What became of a wish. */
record Answer(String commandId, State state) {

    /** How it stands. The names stand in texts. */
    enum State {
        /** It is done. */
        DONE,
        /** It is written, and triage has not decided yet. */
        NOTED,
        /** Something has happened to the complaint that who asked did not see. */
        CHANGED,
        /** Nobody knows yet whom it accuses. */
        UNDECIDED,
        /** There is no such unit to give it to. */
        NO_SUCH_UNIT,
        /** The unit is of a body that must not learn of it. */
        EXCLUDED_UNIT,
        /** It lies with another unit. */
        OTHER_UNIT,
        /** It lies with a unit. */
        ALREADY_ROUTED,
        /** The unit may read it. */
        ALREADY_RELEASED;

        /** By its name; a reason of a later version says only that something has changed. */
        static State of(String name) {
            return Arrays.stream(values())
                    .filter(state -> state.name().equals(name))
                    .findFirst()
                    .orElse(CHANGED);
        }
    }

    /** Whether it was not done, and will not be. */
    boolean isRefusal() {
        return state != State.DONE && state != State.NOTED;
    }

    /** The same for programs, to which a refusal is a problem. */
    Answer orProblem() {
        return switch (state) {
            case DONE, NOTED -> this;
            case CHANGED, UNDECIDED, NO_SUCH_UNIT, EXCLUDED_UNIT, OTHER_UNIT, ALREADY_ROUTED, ALREADY_RELEASED ->
                throw ProblemException.of(
                        Wish.problem(state.name().toLowerCase(Locale.ROOT).replace('_', '-'), 409));
        };
    }
}
