package kz.aryz.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.health.HealthReport;
import kz.aryz.runtime.metrics.Metrics;

/** What operators and their tools ask: alive, ready, measurements. */
record Operations(HealthChecks readiness, Metrics metrics) {

    void register(RoutesConfig routes) {
        routes.get("/health/live", ctx -> ctx.json(Map.of("status", "UP")));
        routes.get("/health/ready", this::ready);
        routes.get("/metrics", this::measurements);
    }

    private void ready(Context ctx) {
        HealthReport report = readiness.report();
        ctx.status(report.up() ? 200 : 503)
                .json(Map.of("status", report.up() ? "UP" : "DOWN", "causes", report.causes()));
    }

    private void measurements(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
    }
}
