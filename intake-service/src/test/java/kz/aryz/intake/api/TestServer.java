package kz.aryz.intake.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.intake.clerk.ClerkPages;
import kz.aryz.intake.docs.ApiDescription;
import kz.aryz.intake.form.Pages;
import kz.aryz.intake.submission.TestIntake;
import kz.aryz.runtime.config.KafkaFile;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.HttpServer;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.signin.Gate;
import kz.aryz.runtime.signin.OidcClient;
import kz.aryz.runtime.signin.StaffRoute;
import kz.aryz.runtime.signin.StaffRoutes;

/** The routes of intake on a free port, over a log in memory. */
public final class TestServer implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics("test");
    private final List<StaffRoute> guarded = new ArrayList<>();
    private final HttpServer server;

    /** Nobody signs in. */
    public TestServer(TestIntake intake) {
        this(intake, Optional.empty(), Clock.systemUTC(), 0);
    }

    /** Clerks sign in at {@code http://localhost} and that port. */
    public TestServer(TestIntake intake, Optional<OidcClient> client, Clock clock, int port) {
        URI here = URI.create("http://localhost:" + port);
        ServiceConfig config =
                new ServiceConfig("intake-service", "none", KafkaFile.NONE, here, "127.0.0.1", port, here);
        Gate gate = Gate.of(config, client, ClerkPages.HOME, clock);
        server = HttpServer.start(
                config, Language.KAZAKH, metrics, new HealthChecks(Map.of(), Duration.ofSeconds(1)), routes -> {
                    new ComplaintsApi(intake.reception()).register(routes);
                    new StatusApi(intake.inquiry()).register(routes);
                    new ApiDescription().register(routes);
                    new Pages(intake.reception(), intake.inquiry(), Optional::empty, Clock.systemUTC())
                            .register(routes);
                    StaffRoutes staff = StaffRoutes.behind(gate, routes);
                    new ClerkPages(intake.reception(), Optional::empty, Clock.systemUTC()).register(staff);
                    guarded.addAll(staff.table());
                });
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    /** The routes of staff, and who guards them. */
    public List<StaffRoute> guarded() {
        return List.copyOf(guarded);
    }

    /** A request to a path; names and values of headers follow. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        try {
            metrics.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
