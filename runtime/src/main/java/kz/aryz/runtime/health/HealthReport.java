package kz.aryz.runtime.health;

import java.util.Map;
import java.util.TreeMap;

/** The health of every part of a service, by the part's name. */
public record HealthReport(Map<String, Health> parts) {

    public HealthReport {
        parts = Map.copyOf(parts);
    }

    /** Whether every part is up. */
    public boolean up() {
        return parts.values().stream().allMatch(Health.Up.class::isInstance);
    }

    /** The parts that are down, with their causes, in the order of their names. */
    public Map<String, String> causes() {
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
