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
    private final Duration limit;

    public HealthChecks(Map<String, HealthCheck> checks, Duration limit) {
        this.checks = Map.copyOf(checks);
        this.limit = limit;
    }

    public HealthReport report() {
        Map<String, CompletableFuture<Health>> answers = new HashMap<>();
        checks.forEach((part, check) -> answers.put(part, ask(check)));
        Map<String, Health> parts = new HashMap<>();
        answers.forEach((part, answer) -> parts.put(part, answer.join()));
        return new HealthReport(parts);
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
