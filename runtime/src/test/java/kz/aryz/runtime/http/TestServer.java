package kz.aryz.runtime.http;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.health.HealthCheck;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.metrics.Metrics;

/** A server on a free port of this machine, and a client of it. */
final class TestServer implements AutoCloseable {
    private final Metrics metrics = new Metrics("test-service");
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;

    TestServer(Map<String, HealthCheck> checks, Consumer<RoutesConfig> routes) {
        this(config(), checks, routes);
    }

    private TestServer(ServiceConfig config, Map<String, HealthCheck> checks, Consumer<RoutesConfig> routes) {
        server = HttpServer.start(config, Language.KAZAKH, metrics, readiness(checks), routes);
    }

    /** {@code bodies}: bytes of all bodies at once; {@code promptly}: how long one may be coming before it makes way. */
    TestServer(Patience patience, int bodies, Duration promptly, Consumer<RoutesConfig> routes) {
        BodyBudget budget = new BodyBudget(bodies, promptly, promptly, metrics.registry());
        server = HttpServer.start(config(), Language.KAZAKH, metrics, readiness(Map.of()), patience, budget, routes);
    }

    private static HealthChecks readiness(Map<String, HealthCheck> checks) {
        return new HealthChecks(checks, Duration.ofSeconds(30));
    }

    /** One that people reach through a proxy which speaks TLS. */
    static TestServer behindTls(Consumer<RoutesConfig> routes) {
        return new TestServer(config(Map.of("ARYZ_ADVERTISED_URL", "https://aryz.example")), Map.of(), routes);
    }

    static ServiceConfig config() {
        return config(Map.of());
    }

    private static ServiceConfig config(Map<String, String> texts) {
        CommonVariables variables = new CommonVariables("test-service", "127.0.0.1", 0);
        return variables.config(Environment.read(texts, variables.all()));
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }
}
