package kz.aryz.runtime.health;

import java.util.Map;
import java.util.TreeMap;

/**
 * The health of every part of a service, by the part's name.
 *
 * @param parts what the service is not ready without
 * @param beside what somebody must see to, while the service goes on with all else
 */
public record HealthReport(Map<String, Health> parts, Map<String, Health> beside) {

    public HealthReport {
        parts = Map.copyOf(parts);
        beside = Map.copyOf(beside);
    }

    /** Whether every part is up that the service is not ready without. */
    public boolean up() {
        return parts.values().stream().allMatch(Health.Up.class::isInstance);
    }

    /** The parts that keep the service from being ready, with their causes, in the order of their names. */
    public Map<String, String> causes() {
        return causes(parts);
    }

    /** The parts that are down and do not, likewise. */
    public Map<String, String> degraded() {
        return causes(beside);
    }

    private static Map<String, String> causes(Map<String, Health> parts) {
        Map<String, String> causes = new TreeMap<>();
        parts.forEach((part, health) -> {
            switch (health) {
                case Health.Up ignored -> {}
                case Health.Down down -> causes.put(part, down.cause());
            }
        });
        return causes;
    }
}
