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
import java.util.Map;
import java.util.Optional;
import kz.aryz.intake.docs.ApiDescription;
import kz.aryz.intake.form.Pages;
import kz.aryz.intake.submission.TestIntake;
import kz.aryz.runtime.config.KafkaFile;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.HttpServer;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.metrics.Metrics;

/** The routes of intake on a free port, over a log in memory. */
public final class TestServer implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics("test");
    private final HttpServer server;

    public TestServer(TestIntake intake) {
        URI nowhere = URI.create("http://localhost");
        server = HttpServer.start(
                new ServiceConfig("test", "none", KafkaFile.NONE, nowhere, "127.0.0.1", 0, nowhere),
                Language.KAZAKH,
                metrics,
                new HealthChecks(Map.of(), Duration.ofSeconds(1)),
                routes -> {
                    new ComplaintsApi(intake.reception()).register(routes);
                    new StatusApi(intake.inquiry()).register(routes);
                    new ApiDescription().register(routes);
                    new Pages(intake.reception(), intake.inquiry(), Optional::empty, Clock.systemUTC())
                            .register(routes);
                });
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return server.port();
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
