package kz.aryz.access;

import java.util.Set;

/**
 * What decides who may see a unit's queue.
 *
 * @param unit code of the unit
 * @param kin bodies that no complaint in the queue excludes, whenever it was routed there
 */
public record QueueFacts(String unit, Set<String> kin) implements Matter {

    public QueueFacts {
        kin = Set.copyOf(kin);
    }

    /** Of other bodies nobody knows, from the queue alone, whether one of its complaints accuses them. */
    @Override
    public boolean excludes(Set<String> bodies) {
        return bodies.isEmpty() || !kin.containsAll(bodies);
    }
}
