package kz.aryz.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.health.HealthReport;
import kz.aryz.runtime.metrics.Metrics;

/** What operators and their tools ask: alive, ready, measurements. */
record Operations(HealthChecks readiness, Metrics metrics) {

    void register(RoutesConfig routes) {
        answer(routes, "/health/live", ctx -> ctx.json(Map.of("status", "UP")));
        answer(routes, "/health/ready", this::ready);
        answer(routes, "/metrics", this::measurements);
    }

    /** To HEAD as to GET: many probes want no body, and Javalin by itself would tell them 200 whatever GET says. */
    private static void answer(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private void ready(Context ctx) {
        HealthReport report = readiness.report();
        ctx.status(report.up() ? 200 : 503)
                .json(Map.of(
                        "status", report.up() ? "UP" : "DOWN",
                        "causes", report.causes(),
                        "degraded", report.degraded()));
    }

    private void measurements(Context ctx) {
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
    }
}
