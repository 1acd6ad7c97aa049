package kz.aryz.runtime.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.HttpServer;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.metrics.Metrics;

/**
 * The HTTP server of a service for staff: an {@link HttpServer} whose every route stands behind a {@link Gate}. Health and
 * measurements stay open, because what asks for them signs in nowhere and they are about the process, not about anybody;
 * style sheet and script, because every reader's browser needs them before it is known whose it is.
 */
public final class StaffServer implements AutoCloseable {
    private final HttpServer server;
    private final List<StaffRoute> table;

    private StaffServer(HttpServer server, List<StaffRoute> table) {
        this.server = server;
        this.table = table;
    }

    /** Listens when it returns; fails when the port is taken. */
    public static StaffServer start(
            ServiceConfig config,
            Language language,
            Metrics metrics,
            HealthChecks readiness,
            Gate gate,
            Consumer<StaffRoutes> routes) {
        List<StaffRoute> table = new ArrayList<>();
        HttpServer server = HttpServer.start(config, language, metrics, readiness, http -> {
            StaffRoutes guarded = StaffRoutes.behind(gate, http);
            routes.accept(guarded);
            table.addAll(guarded.table());
        });
        return new StaffServer(server, List.copyOf(table));
    }

    public int port() {
        return server.port();
    }

    /** Every route of the service's own, and who guards it. */
    public List<StaffRoute> table() {
        return table;
    }

    @Override
    public void close() {
        server.close();
    }
}
