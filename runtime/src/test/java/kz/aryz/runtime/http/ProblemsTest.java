package kz.aryz.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
    private static final String CANARY = "Canary-7731";

    private final TestServer server = new TestServer(Map.of(), routes -> {
        routes.post("/things/{id}", ctx -> ctx.result("made"));
        routes.get("/broken", ctx -> {
            throw new IllegalStateException(CANARY);
        });
        routes.get("/overflow", ctx -> {
            throw new StackOverflowError(CANARY);
        });
        routes.post("/form", ctx -> ctx.json(RequestBody.form(ctx)));
        routes.post("/long-form", ctx -> ctx.json(RequestBody.form(ctx, 10)));
        routes.post("/text", ctx -> ctx.result(RequestBody.text(ctx)));
        routes.get("/later", ctx -> {
            throw ProblemException.retryAfter(ProblemType.UNAVAILABLE, Duration.ofSeconds(7));
        });
    });

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anUnknownAddressIsAProblemThatDoesNotEchoIt() throws Exception {
        HttpResponse<String> answer = server.get("/" + CANARY + "?q=" + CANARY);

        assertProblem(answer, 404, "not-found");
    }

    @Test
    void aWrongMethodNamesTheAllowedOnes() throws Exception {
        HttpResponse<String> answer = server.get("/things/" + CANARY);

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @CsvSource({"/broken", "/overflow"})
    void aFailureOfOursSaysNothingOfItself(String path) throws Exception {
        assertProblem(server.get(path), 500, "internal-error");
    }

    @Test
    void aTemporaryProblemSaysWhenToComeBack() throws Exception {
        HttpResponse<String> answer = server.get("/later");

        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void aBodyThatIsNotUtf8IsAProblem() throws Exception {
        byte[] latin1 = {'c', 'a', 'f', (byte) 0xE9};

        HttpResponse<String> answer =
                server.send(server.request("/text").POST(HttpRequest.BodyPublishers.ofByteArray(latin1)));

        assertProblem(answer, 400, "bad-request");
    }

    @Test
    void aFormWithABrokenEscapeIsAProblem() throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/form").POST(HttpRequest.BodyPublishers.ofString("a=%zz")));

        assertProblem(answer, 400, "bad-request");
    }

    @Test
    void aFormIsReadByItsFields() throws Exception {
        HttpResponse<String> answer = server.send(
                server.request("/form").POST(HttpRequest.BodyPublishers.ofString("&a=1+%26&b&=&a=2=3&%D0%B0=")));

        assertThat(answer.body()).isEqualTo("{\"a\":[\"1 &\",\"2=3\"],\"\":[\"\"],\"а\":[\"\"]}");
    }

    @ParameterizedTest
    @CsvSource({"a=12345678, 200", "a=123456789, 413"})
    void aFormMayHaveALimitOfItsOwn(String form, int status) throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/long-form").POST(HttpRequest.BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"1000, 200", "1001, 400"})
    void aFormOfNothingButFieldsIsAProblem(int fields, int status) throws Exception {
        String form = "&a=".repeat(fields).substring(1);

        HttpResponse<String> answer =
                server.send(server.request("/form").POST(HttpRequest.BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void headersBeyondTheLimitAreAProblem() throws Exception {
        HttpResponse<String> answer = server.get("/broken", "X-Long", CANARY.repeat(2_000));

        assertProblem(answer, 431, "headers-too-large");
    }

    @Test
    void aFormSentFromAnotherSiteIsRefused() throws Exception {
        HttpResponse<String> answer = server.send(server.request("/text")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("x")));

        assertProblem(answer, 403, "cross-site");
    }

    @ParameterizedTest
    @CsvSource({"kk, Мұнда ештеңе жоқ", "ru, Здесь ничего нет", "en, Nothing is here"})
    void aBrowserGetsAPageInItsLanguage(String language, String title) throws Exception {
        HttpResponse<String> answer = server.get("/absent", "Accept", "text/html", "Accept-Language", language);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).contains("lang=\"" + language + "\"", "<h1>" + title + "</h1>", "href=\"/\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /Canary-7731/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: Canary-7731:Canary-7731\r\n\r\n",
                "Canary-7731\r\n\r\n",
            })
    void whatIsNotARequestIsAProblem(String sent) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "urn:aryz:problem:bad-request")
                    .doesNotContain(CANARY);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.body())
                .contains("\"type\":\"urn:aryz:problem:" + code + "\"", "\"status\":" + status, "\"detail\":\"")
                .doesNotContain(CANARY);
    }
}
