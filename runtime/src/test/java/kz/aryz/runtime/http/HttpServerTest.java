package kz.aryz.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.util.JavalinBindException;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.health.Health;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HttpServerTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final TestServer server = new TestServer(
            Map.of("broker", Health::up, "registry", () -> Health.down("it does not answer")), routes -> {
                routes.post("/length", ctx -> ctx.result(Integer.toString(RequestBody.bytes(ctx).length)));
                routes.get("/things/{id}", ctx -> ctx.result("thing"));
                routes.get("/language", ctx -> ctx.result(LanguageChoice.of(ctx).code()));
                routes.get(
                        "/thread",
                        ctx -> ctx.result(
                                Boolean.toString(Thread.currentThread().isVirtual())));
                routes.get("/slow", ctx -> {
                    entered.countDown();
                    released.await();
                    ctx.result("done");
                });
            });

    @AfterEach
    void stop() {
        released.countDown();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 413", "1048576, 413", "20000000, 413"})
    void takesABodyOfExactlyTheLimitAndNotOneByteMore(int beyond, int status) throws Exception {
        byte[] body = new byte[MEBIBYTE + beyond];

        HttpResponse<String> answer = server.send(server.request("/length").POST(BodyPublishers.ofByteArray(body)));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 413", "1048576, 413"})
    void countsABodyThatDoesNotSayItsLength(int beyond, int status) throws Exception {
        byte[] body = new byte[MEBIBYTE + beyond];

        HttpResponse<String> answer = server.send(
                server.request("/length").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void whoSendsABodyThatIsTooLargeReadsThatWhenAllIsSentAndMaySendMore() throws Exception {
        byte[] body = new byte[8 * MEBIBYTE];
        String head = "POST /length HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + body.length + "\r\n\r\n";
        String next = "GET /things/1 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream sending = socket.getOutputStream();
            sending.write(head.getBytes(UTF_8));
            sending.write(body);
            sending.write(next.getBytes(UTF_8));

            String answers = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answers).startsWith("HTTP/1.1 413").contains("HTTP/1.1 200");
        }
    }

    @Test
    void handlesRequestsOnVirtualThreads() throws Exception {
        assertThat(server.get("/thread").body()).isEqualTo("true");
    }

    @Test
    void isAliveWhileItIsNotReadyAndSaysWhy() throws Exception {
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);

        HttpResponse<String> ready = server.get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"status\":\"DOWN\"", "\"causes\":{\"registry\":\"it does not answer\"}");
    }

    @ParameterizedTest
    @CsvSource({"/health/live, 200", "/health/ready, 503", "/metrics, 200"})
    void tellsAProbeThatWantsNoBodyTheSame(String path, int status) throws Exception {
        HttpResponse<String> answer = server.send(server.request(path).method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void measuresByPatternAndNeverByWhatAClientInvents() throws Exception {
        server.get("/things/Canary-7731");
        server.get("/Canary-7731");

        String measurements = server.get("/metrics").body();

        assertThat(measurements)
                .contains(
                        "http_server_requests_seconds_count{route=\"GET /things/{id}\",service=\"test-service\",status=\"200\"} 1")
                .contains(
                        "http_server_requests_seconds_count{route=\"none\",service=\"test-service\",status=\"404\"} 1")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("Canary");
    }

    @ParameterizedTest
    @MethodSource("webjars")
    void servesStyleAndScriptItselfForALongTime(String path) throws Exception {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
    }

    private static Stream<String> webjars() {
        return Stream.of(Webjars.PICO_CSS, Webjars.HTMX_JS);
    }

    @Test
    void forbidsForeignCodeFramingReferrersAndKeeping() throws Exception {
        HttpResponse<String> answer = server.get("/thread");

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', en;q=0.5, '', en",
        "'', 'fr, ru;q=0.8', '', ru",
        "'', 'ru-KZ', '', ru",
        "'', fr, '', kk",
        "'', ';;;', '', kk",
        "'', en, lang=ru, ru",
        "'', en, lang=xx, en",
        "lang=kk, en, lang=ru, kk",
        "a=1&lang=ru, en, '', ru",
    })
    void choosesTheLanguageByQueryThenCookieThenHeaderThenDefault(
            String query, String accepted, String cookie, String chosen) throws Exception {
        HttpResponse<String> answer = cookie.isEmpty()
                ? server.get("/language?" + query, "Accept-Language", accepted)
                : server.get("/language?" + query, "Accept-Language", accepted, "Cookie", cookie);

        assertThat(answer.body()).isEqualTo(chosen);
    }

    @Test
    void remembersTheLanguageThatWasAskedFor() throws Exception {
        assertThat(server.get("/language?lang=ru").headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).startsWith("lang=ru;").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void behindTlsTheLanguageIsBoundToTheHost() throws Exception {
        try (TestServer secure = TestServer.behindTls(routes ->
                routes.get("/language", ctx -> ctx.result(LanguageChoice.of(ctx).code())))) {
            HttpResponse<String> asked = secure.get("/language?lang=ru");

            String cookie = asked.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie)
                    .startsWith("__Host-lang=ru;")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain");
            assertThat(secure.get("/language", "Cookie", cookie.split(";", 2)[0])
                            .body())
                    .isEqualTo("ru");
            assertThat(secure.get("/language", "Cookie", "lang=ru").body()).isEqualTo("kk");
        }
    }

    @Test
    void leavesNoCookieBehindWhereAFormNamesItsLanguage() throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/length?lang=ru").POST(BodyPublishers.ofString("said")));

        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void letsARunningRequestEndBeforeItStops() throws Exception {
        CompletableFuture<HttpResponse<String>> running = server.sendAsync(server.request("/slow"));
        assertThat(entered.await(5, TimeUnit.SECONDS)).isTrue();

        Thread stopping = Thread.ofVirtual().start(server::close);
        released.countDown();

        assertThat(running.get(5, TimeUnit.SECONDS).body()).isEqualTo("done");
        assertThat(stopping.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void bindsBrowsersToTlsWherePeopleComeOverItAndNowhereElse() throws Exception {
        try (TestServer behindTls = TestServer.behindTls(routes -> {})) {
            HttpResponse<String> answered = behindTls.get("/health/live");
            HttpResponse<String> tooLong = behindTls.get("/health/live", "X-Long", "x".repeat(10_000));

            assertThat(tooLong.statusCode()).isEqualTo(431);
            for (HttpResponse<String> answer : List.of(answered, tooLong)) {
                assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                        .hasValue("max-age=31536000; includeSubDomains");
            }
        }

        assertThat(server.get("/health/live").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void refusesToStartOnAPortThatIsTaken() {
        ServiceConfig free = TestServer.config();
        ServiceConfig taken = new ServiceConfig(
                free.service(),
                free.bootstrapServers(),
                free.kafkaFile(),
                free.registry(),
                free.bind(),
                server.port(),
                free.advertisedUrl());
        HealthChecks none = new HealthChecks(Map.of(), Duration.ofSeconds(1));
        try (Metrics metrics = new Metrics("other")) {
            assertThatThrownBy(() -> HttpServer.start(taken, Language.ENGLISH, metrics, none, routes -> {}))
                    .isInstanceOf(JavalinBindException.class);
        }
    }
}
