package kz.aryz.triage.disposition;

import java.util.List;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.Priority;

/**
 * How grave and how urgent a complaint is.
 *
 * @param allegationClass severity class; UNKNOWN is handled as A
 * @param priority urgency
 * @param primaryType the type that sets the class; UNKNOWN where none could be told
 * @param types all types, declared and found
 * @param rules ids of the rules that led here, in order
 */
public record Assessment(
        AllegationClass allegationClass,
        Priority priority,
        String primaryType,
        List<String> types,
        List<String> rules) {

    public Assessment {
        types = List.copyOf(types);
        rules = List.copyOf(rules);
    }
}
