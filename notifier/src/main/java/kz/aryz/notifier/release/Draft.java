package kz.aryz.notifier.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.aryz.dossier.opening.FilledIn;
import kz.aryz.runtime.http.ProblemException;

/**
 * What an officer filled in, whatever it lacks. What they said is left out of {@link #toString()}.
 *
 * @param key by which a repetition is known
 * @param why why it was not done, as the key of a text; empty where it was not tried
 */
record Draft(Step step, String unit, String reason, String note, String seq, String key, Optional<String> why)
        implements FilledIn<Draft> {

    /** As it was sent. */
    static Draft of(Step step, Map<String, List<String>> fields) {
        return new Draft(
                step,
                FilledIn.field(fields, "unit"),
                FilledIn.field(fields, "reason"),
                FilledIn.field(fields, "note"),
                FilledIn.field(fields, "seq"),
                FilledIn.field(fields, "key"),
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
    @Override
    public Draft because(String text) {
        return new Draft(step, unit, reason, note, seq, key, Optional.of(text));
    }

    /** As a new wish: the answer to the last one stands. */
    Draft refused(Answer.State state) {
        return new Draft(
                step, unit, reason, note, seq, UUID.randomUUID().toString(), Optional.of("said." + state.name()));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "Draft[" + step + "]";
    }
}
