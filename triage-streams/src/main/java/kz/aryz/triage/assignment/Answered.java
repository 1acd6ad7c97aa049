package kz.aryz.triage.assignment;

import java.util.List;
import java.util.Optional;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CommandOutcome;

/**
 * What came of a command, all of it in one transaction.
 *
 * @param outcome the answer
 * @param event what happened; empty where nothing did, or had before
 */
public record Answered(CommandOutcome outcome, Optional<CaseEvent> event) {

    public List<CaseEvent> events() {
        return event.stream().toList();
    }
}
