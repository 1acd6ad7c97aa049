package kz.aryz.triage.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The units and how much lies in their queues.
 *
 * @param units by code
 * @param partial true while some partition could not be asked: the counts may be too low. JSON says it only then
 */
public record UnitCounts(
        List<UnitCount> units,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean partial) {

    public UnitCounts {
        units = List.copyOf(units);
    }
}
