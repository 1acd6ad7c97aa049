package kz.aryz.notifier.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.aryz.runtime.http.ProblemException;

/**
 * What an officer filled in, whatever it lacks. What they said is left out of {@link #toString()}.
 *
 * @param key by which a repetition is known
 * @param why why it was not done, as the key of a text; empty where it was not tried
 */
record Draft(Step step, String unit, String reason, String note, String seq, String key, Optional<String> why) {

    private static final String RETURNED = "why.returned";

    /** As it was sent. */
    static Draft of(Step step, Map<String, List<String>> fields) {
        return new Draft(
                step,
                field(fields, "unit"),
                field(fields, "reason"),
                field(fields, "note"),
                field(fields, "seq"),
                field(fields, "key"),
                Optional.empty());
    }

    /**
     * What they want to be done.
     *
     * @throws ProblemException where something is missing
     */
    Wish wish() {
        return Wish.of(step, said(unit), said(reason), said(note), said(seq), said(key));
    }

    /** The same again under its key: what nobody knows the outcome of is done once. */
    Draft because(String text) {
        return new Draft(step, unit, reason, note, seq, key, Optional.of(text));
    }

    /** As a new wish: the answer to the last one stands. */
    Draft refused(Answer.State state) {
        return new Draft(
                step, unit, reason, note, seq, UUID.randomUUID().toString(), Optional.of("said." + state.name()));
    }

    /** The same, sent by somebody who has signed in anew since. */
    Draft returned() {
        return because(RETURNED);
    }

    /** Whether it was not asked for at all. */
    boolean isUntried() {
        return why.isEmpty() || why.get().equals(RETURNED);
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(value -> !value.isBlank());
    }

    private static String field(Map<String, List<String>> form, String name) {
        List<String> values = form.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }

    @Override
    public String toString() {
        return "Draft[" + step + "]";
    }
}
