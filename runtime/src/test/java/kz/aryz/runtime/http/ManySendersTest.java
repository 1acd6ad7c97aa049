package kz.aryz.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither many senders nor slow ones keep others out. */
class ManySendersTest {
    private static final int BUDGET = HttpServer.MAX_BODY_BYTES;
    private static final int LONG = BUDGET * 7 / 8;
    private static final int SHORT = BodyBudget.SHORT_BYTES;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<Socket> open = new ArrayList<>();
    private final TestServer server = server(Patience.USUAL, SOON);

    private static TestServer server(Patience patience, Duration promptly) {
        return new TestServer(patience, BUDGET, promptly, routes -> {
            routes.get("/", ctx -> ctx.result("here"));
            routes.post("/length", ctx -> ctx.result(Integer.toString(RequestBody.bytes(ctx).length)));
        });
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        server.close();
    }

    @Test
    void anyNumberOfUnfinishedBodiesLeavesRoomForAShortOne() throws Exception {
        for (int sender = 0; sender < 24; sender++) {
            Socket socket = connect(server);
            socket.getOutputStream().write(head(LONG).getBytes(UTF_8));
            socket.getOutputStream().write(new byte[LONG / 2]);
        }

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(send(BodyPublishers.ofString("short")).statusCode())
                                .isEqualTo(200));

        assertThat(send(BodyPublishers.ofByteArray(new byte[LONG])).statusCode())
                .isEqualTo(503);
    }

    @Test
    void whoeverKeepsRoomBySendingSlowlyMakesWayForOthersAndHearsOfIt() throws Exception {
        try (TestServer crowded = server(Patience.USUAL, Duration.ZERO)) {
            List<Socket> slow = new ArrayList<>();
            for (int sender = 0; sender < BUDGET / SHORT; sender++) {
                slow.add(connect(crowded));
                slow.getLast().getOutputStream().write(head(SHORT).getBytes(UTF_8));
                slow.getLast().getOutputStream().write(new byte[SHORT - 1]);
            }
            await().atMost(SOON).until(() -> held(crowded) == slow.size() * (SHORT - 1));

            HttpResponse<String> prompt = send(crowded, BodyPublishers.ofByteArray(new byte[SHORT]));

            assertThat(prompt.statusCode()).isEqualTo(200);
            List<String> answers = new ArrayList<>();
            for (Socket socket : slow) {
                socket.getOutputStream().write('a');
                answers.add(new String(socket.getInputStream().readNBytes(12), UTF_8));
            }
            assertThat(answers).containsOnlyOnce("HTTP/1.1 503").contains("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void whatFindsNoRoomIsToldWhenToComeBackAndCounted(BodyPublisher body) throws Exception {
        HttpResponse<String> answer = send(body);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("urn:aryz:problem:busy");
        assertThat(server.get("/metrics").body())
                .contains("http_server_bodies_refused_total{service=\"test-service\"} 1.0");
    }

    private static Stream<BodyPublisher> tooLong() {
        return Stream.of(
                BodyPublishers.ofByteArray(new byte[LONG]),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LONG])));
    }

    @Test
    void whatWasAnsweredTakesNoRoom() throws Exception {
        for (int sent = 0; sent < 8; sent++) {
            assertThat(send(BodyPublishers.ofByteArray(new byte[BUDGET / 2])).statusCode())
                    .isEqualTo(200);
            assertThat(send(BodyPublishers.ofByteArray(new byte[LONG])).statusCode())
                    .isEqualTo(503);

            awaitNothingHeld();
        }
    }

    @Test
    void whoGoesAwayInTheMiddleOfABodyTakesNoRoom() throws Exception {
        Socket socket = connect(server);
        socket.getOutputStream().write(head(LONG).getBytes(UTF_8));
        socket.getOutputStream().write(new byte[LONG / 2]);
        await().atMost(SOON).until(() -> held(server) > 0);

        socket.close();

        awaitNothingHeld();
    }

    @Test
    void whoSendsABodyByteByByteIsNotWaitedForForEver() throws Exception {
        try (TestServer hasty = server(patience(Duration.ofMinutes(1), Duration.ofMillis(300)), SOON)) {
            String answer = dripping(hasty, head(LONG));

            assertThat(answer).startsWith("HTTP/1.1 408").contains("urn:aryz:problem:too-slow");
        }
    }

    @ParameterizedTest
    @MethodSource("headers")
    void whoSendsHeadersByteByByteIsNotWaitedForForEver(String begun) throws Exception {
        try (TestServer hasty = server(patience(Duration.ofMillis(300), Duration.ofMinutes(1)), SOON)) {
            assertThat(dripping(hasty, begun)).doesNotContain("408");
        }
    }

    private static Stream<String> headers() {
        return Stream.of(
                "GE",
                "GET / HTTP/1.1\r\nX-Long: ",
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nX-Long: ");
    }

    private static Patience patience(Duration headers, Duration body) {
        return new Patience(Duration.ofSeconds(30), headers, body, 1_000);
    }

    /** Sends that, and then a byte now and then until the other side has closed; gives what came back. */
    private String dripping(TestServer to, String begun) throws IOException {
        Socket socket = connect(to);
        socket.setSoTimeout(50);
        socket.getOutputStream().write(begun.getBytes(UTF_8));
        StringBuilder answer = new StringBuilder();
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(() -> isClosedAfterAnotherByte(socket, answer));
        return answer.toString();
    }

    private static boolean isClosedAfterAnotherByte(Socket socket, StringBuilder answer) {
        byte[] buffer = new byte[1024];
        sendAnotherByte(socket);
        try {
            InputStream answers = socket.getInputStream();
            for (int read = answers.read(buffer); read >= 0; read = answers.read(buffer)) {
                answer.append(new String(buffer, 0, read, UTF_8));
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    /** Into the void, where the other side has closed: what it said before is still to be read. */
    private static void sendAnotherByte(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException closed) {
            // Whoever reads finds out.
        }
    }

    private Socket connect(TestServer to) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), to.port());
        open.add(socket);
        return socket;
    }

    private static String head(int length) {
        return "POST /length HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private HttpResponse<String> send(BodyPublisher body) throws IOException, InterruptedException {
        return send(server, body);
    }

    private static HttpResponse<String> send(TestServer to, BodyPublisher body)
            throws IOException, InterruptedException {
        return to.send(to.request("/length").POST(body));
    }

    private void awaitNothingHeld() {
        await().atMost(SOON).until(() -> held(server) == 0);
    }

    private static double held(TestServer at) throws IOException, InterruptedException {
        return at.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_bodies_held_bytes{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
