package kz.aryz.runtime.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The named checks of a service, asked side by side; the answer comes within the time limit whatever they do. */
public final class HealthChecks {
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("health-check").start(task);

    private final Map<String, HealthCheck> checks;
    private final Map<String, HealthCheck> beside;
    private final Duration limit;

    public HealthChecks(Map<String, HealthCheck> checks, Duration limit) {
        this(checks, Map.of(), limit);
    }

    /**
     * @param checks of what the service is not ready without
     * @param beside of what somebody must see to, while the service goes on with all else
     */
    public HealthChecks(Map<String, HealthCheck> checks, Map<String, HealthCheck> beside, Duration limit) {
        this.checks = Map.copyOf(checks);
        this.beside = Map.copyOf(beside);
        this.limit = limit;
    }

    public HealthReport report() {
        Map<String, CompletableFuture<Health>> needed = asked(checks);
        Map<String, CompletableFuture<Health>> others = asked(beside);
        return new HealthReport(answered(needed), answered(others));
    }

    private Map<String, CompletableFuture<Health>> asked(Map<String, HealthCheck> parts) {
        Map<String, CompletableFuture<Health>> answers = new HashMap<>();
        parts.forEach((part, check) -> answers.put(part, ask(check)));
        return answers;
    }

    private static Map<String, Health> answered(Map<String, CompletableFuture<Health>> answers) {
        Map<String, Health> parts = new HashMap<>();
        answers.forEach((part, answer) -> parts.put(part, answer.join()));
        return parts;
    }

    private CompletableFuture<Health> ask(HealthCheck check) {
        Health late = Health.down("no answer within " + limit.toMillis() + " ms");
        return CompletableFuture.supplyAsync(() -> answer(check), THREADS)
                .completeOnTimeout(late, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Health answer(HealthCheck check) {
        try {
            return check.health();
        } catch (Exception e) {
            return Health.down(e.getClass().getSimpleName());
        }
    }
}
