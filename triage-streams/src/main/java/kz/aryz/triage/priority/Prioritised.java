package kz.aryz.triage.priority;

import java.util.List;
import kz.aryz.schema.Priority;

/**
 * How urgent a complaint is, and why.
 *
 * @param priority P0 to P3
 * @param rules ids of the grounds found, in order
 */
public record Prioritised(Priority priority, List<String> rules) {

    public Prioritised {
        rules = List.copyOf(rules);
    }
}
