package kz.aryz.notifier.release;

import java.util.Optional;
import java.util.regex.Pattern;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;

/**
 * What an officer wants to be done. What they say about it is left out of {@link #toString()}.
 *
 * @param unit code of the unit that is to have the complaint
 * @param reasonCode why
 * @param note in their own words; empty where they said nothing, and always for a check, which opens nothing
 * @param seq position of the last event that they knew of; empty for what this service knows
 * @param key by which a repetition is known
 */
record Wish(Step step, String unit, String reasonCode, Optional<String> note, Optional<Long> seq, String key) {

    private static final int LONGEST = 200;

    /** What the code of a unit with a queue can be. It stands in clear on topics for ever: nothing that anybody says fits in. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]+");

    /** Says the same whatever the complaint is, and whether there is one. */
    static Wish of(
            Step step,
            Optional<String> unit,
            Optional<String> reasonCode,
            Optional<String> note,
            Optional<String> seq,
            Optional<String> key) {
        String known = reasonCode
                .filter(step.reasons()::contains)
                .orElseThrow(() -> ProblemException.of(problem("bad-reason", 400)));
        if (known.equals(Step.OTHER) && note.isEmpty()) {
            throw ProblemException.of(problem("note-missing", 400));
        }
        return new Wish(
                step,
                bounded(unit.filter(code -> CODE.matcher(code.strip()).matches()), "bad-unit"),
                known,
                step == Step.RELEASE ? note : Optional.empty(),
                seq.map(Wish::number),
                bounded(key, "key-missing"));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw ProblemException.of(ProblemType.BAD_REQUEST);
        }
        return Long.parseLong(text);
    }

    private static String bounded(Optional<String> text, String otherwise) {
        return text.map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                .orElseThrow(() -> ProblemException.of(problem(otherwise, 400)));
    }

    static ProblemType problem(String code, int status) {
        return new ProblemType(code, status, "kz.aryz.notifier.release.problems");
    }

    @Override
    public String toString() {
        return "Wish[" + step + "]";
    }
}
