package kz.aryz.runtime.http;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Times every answer by the route's pattern and the status; what a client invents reaches no label. */
record RequestTimer(MeterRegistry registry) implements RequestLogger {

    @Override
    public void handle(Context ctx, Float milliseconds) {
        Timer.builder("http.server.requests")
                .description("Time from the first byte of a request's headers to the end of its handler")
                .tag("route", Problems.route(ctx))
                .tag("status", Integer.toString(ctx.statusCode()))
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(registry)
                .record(Duration.ofNanos((long) (milliseconds * 1_000_000)));
    }
}
