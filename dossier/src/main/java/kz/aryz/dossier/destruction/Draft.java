package kz.aryz.dossier.destruction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.dossier.opening.FilledIn;
import kz.aryz.runtime.http.ProblemException;

/**
 * What somebody filled in, whatever it lacks.
 *
 * @param why why it is not on record, as the key of a text; empty where it was not tried
 */
record Draft(Step step, Set<String> sections, String reason, String reference, Optional<String> why)
        implements FilledIn<Draft> {

    Draft {
        sections = Set.copyOf(sections);
    }

    /** As it was sent. */
    static Draft of(Step step, Map<String, List<String>> fields) {
        return new Draft(
                step,
                Set.copyOf(fields.getOrDefault("section", List.of())),
                FilledIn.field(fields, "reason"),
                FilledIn.field(fields, "reference"),
                Optional.empty());
    }

    /**
     * What they decide.
     *
     * @throws ProblemException where it is not usable
     */
    Decision decision() {
        return Decision.of(step, sections, said(reason), said(reference));
    }

    @Override
    public Draft because(String text) {
        return new Draft(step, sections, reason, reference, Optional.of(text));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip()).filter(value -> !value.isEmpty());
    }
}
