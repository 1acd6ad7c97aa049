package kz.aryz.runtime.signin;

import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import kz.aryz.access.Action;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.HttpServer;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.metrics.Metrics;
import org.threeten.extra.MutableClock;

/** A service for staff with one route of each kind. */
final class StaffSite implements AutoCloseable {
    static final String SESSION = "test-service-session";

    /** More than a body may have that is no such form. */
    static final int LONGEST_FORM = 2 * HttpServer.MAX_BODY_BYTES;

    private final Metrics metrics = new Metrics("test-service");
    private final AtomicInteger changes = new AtomicInteger();
    private final List<URI> instances = new CopyOnWriteArrayList<>();
    private final URI address;
    private final Gate gate;
    private final StaffServer server;

    StaffSite(Optional<OidcClient> client, MutableClock clock) throws IOException {
        this(client, clock, "http");
    }

    /** {@code scheme}: of the address that the service is known by. */
    StaffSite(Optional<OidcClient> client, MutableClock clock, String scheme) throws IOException {
        this(client, clock, scheme, "127.0.0.1");
    }

    /** {@code bind}: what it listens on. */
    StaffSite(Optional<OidcClient> client, MutableClock clock, String scheme, String bind) throws IOException {
        int port = freePort();
        this.address = URI.create("http://localhost:" + port);
        ServiceConfig config = config(bind, port, scheme + "://localhost:" + port);
        this.gate = Gate.of(config, client, () -> instances, clock);
        HealthChecks readiness = new HealthChecks(Map.of(), Duration.ofSeconds(1));
        this.server = StaffServer.start(config, Language.ENGLISH, metrics, readiness, gate, this::register);
    }

    private void register(StaffRoutes routes) {
        routes.first(Rule.may(Action.LIST_ALERTS), (ctx, caller) -> ctx.html(page(caller)));
        routes.beginning("/log", Rule.may(Action.READ_LOG), (ctx, caller) -> ctx.result("log"));
        routes.page(HandlerType.GET, "/deep", Rule.may(Action.LIST_ALERTS), (ctx, caller) -> ctx.result("deep"));
        routes.page(HandlerType.POST, "/change", Rule.may(Action.ACKNOWLEDGE_ALERT), (ctx, caller) -> {
            changes.incrementAndGet();
            ctx.result("changed");
        });
        routes.form("/long", Rule.may(Action.ACKNOWLEDGE_ALERT), LONGEST_FORM, new LongForm());
        routes.note("/note", Rule.may(Action.ACKNOWLEDGE_ALERT), new Note());
        routes.note("/other-note", Rule.may(Action.ACKNOWLEDGE_ALERT), new Note());
        routes.api(HandlerType.GET, "/api/v1/thing", Rule.may(Action.LIST_ALERTS), (ctx, caller) -> ctx.result("api"));
        StepUp stepUp = routes.stepUp();
        routes.page(
                HandlerType.GET,
                "/grave",
                Rule.may(Action.LIST_ALERTS),
                (ctx, caller) -> ctx.result(stepUp.isDone(caller) ? "grave" : stepUp.way("/grave")));
        routes.api(HandlerType.GET, "/api/v1/grave", Rule.may(Action.LIST_ALERTS), (ctx, caller) -> {
            stepUp.require(caller);
            ctx.result("grave");
        });
        routes.page(HandlerType.GET, "/nothing", Rule.may(Action.LIST_ALERTS), (ctx, caller) -> {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        });
        routes.peer("/internal/v1/thing", ctx -> ctx.result("peer"));
        routes.open("/open.css", ctx -> ctx.result("open"));
    }

    private final class Note implements StaffNote {

        @Override
        public void sent(Context ctx, Caller caller, Map<String, List<String>> fields) {
            changes.incrementAndGet();
            ctx.result("taken");
        }

        @Override
        public void returned(Context ctx, Caller caller, Map<String, List<String>> fields) {
            ctx.result("token=" + caller.formToken() + "; " + fields.get("note"));
        }
    }

    private final class LongForm implements StaffForm {

        @Override
        public void sent(Context ctx, Caller caller, Map<String, List<String>> fields) {
            changes.incrementAndGet();
            ctx.result("taken");
        }

        @Override
        public void returned(Context ctx, Optional<Caller> caller, Map<String, List<String>> fields) {
            String token = caller.map(Caller::formToken).orElse("none");
            ctx.result("token=" + token + "; " + fields.get("text"));
        }
    }

    URI address() {
        return address;
    }

    /** From now on each knows of the other, as instances of one service. */
    void join(StaffSite other) {
        instances.addAll(List.of(address, other.address));
        other.instances.addAll(instances);
    }

    PeerPass pass() {
        return gate.pass();
    }

    int changes() {
        return changes.get();
    }

    List<StaffRoute> table() {
        return server.table();
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }

    private static String page(Caller caller) {
        StringOutput badge = new StringOutput();
        caller.badge(Language.ENGLISH).writeTo(badge);
        return "<p>token=" + caller.formToken() + ";</p>" + badge;
    }

    private static ServiceConfig config(String bind, int port, String advertised) {
        CommonVariables variables = new CommonVariables("test-service", bind, port);
        return variables.config(Environment.read(Map.of("ARYZ_ADVERTISED_URL", advertised), variables.all()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
