package kz.aryz.triage.desk;

/**
 * A unit and how many complaints lie in its queue.
 *
 * @param unit code of the unit
 * @param open number of complaints
 */
public record UnitCount(String unit, long open) {}
