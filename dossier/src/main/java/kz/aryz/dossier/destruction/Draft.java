package kz.aryz.dossier.destruction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.runtime.http.ProblemException;

/**
 * What somebody filled in, whatever it lacks.
 *
 * @param why why it is not on record, as the key of a text; empty where it was not tried
 */
record Draft(Step step, Set<String> sections, String reason, String reference, Optional<String> why) {

    private static final String RETURNED = "why.returned";

    Draft {
        sections = Set.copyOf(sections);
    }

    /** As it was sent. */
    static Draft of(Step step, Map<String, List<String>> fields) {
        return new Draft(
                step,
                Set.copyOf(fields.getOrDefault("section", List.of())),
                field(fields, "reason"),
                field(fields, "reference"),
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

    Draft because(String text) {
        return new Draft(step, sections, reason, reference, Optional.of(text));
    }

    /** The same, sent by somebody who has signed in anew since. */
    Draft returned() {
        return because(RETURNED);
    }

    /** Whether it was not decided at all. */
    boolean isUntried() {
        return why.isEmpty() || why.get().equals(RETURNED);
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip()).filter(value -> !value.isEmpty());
    }

    private static String field(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }
}
