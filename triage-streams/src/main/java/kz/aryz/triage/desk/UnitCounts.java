package kz.aryz.triage.desk;

import java.util.List;

/**
 * The units and how much lies in their queues.
 *
 * @param units by code
 * @param partial true while some partition could not be asked: the counts may be too low
 */
public record UnitCounts(List<UnitCount> units, boolean partial) {

    public UnitCounts {
        units = List.copyOf(units);
    }
}
