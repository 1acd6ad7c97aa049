package kz.aryz.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastWordTest {

    private final TestServer server = new TestServer(Map.of(), LastWordTest::register);

    private enum Outcome {
        DONE,
        REFUSED
    }

    private enum OfAnotherPart {
        NOTED
    }

    private static void register(RoutesConfig routes) {
        routes.post("/things/{id}", ctx -> LastWord.lead(ctx, place(ctx), Outcome.DONE));
        routes.get("/things/{id}", ctx -> say(ctx, Outcome.class));
        routes.head("/things/{id}", ctx -> say(ctx, Outcome.class));
        routes.post("/things/{id}/given-back", ctx -> say(ctx, Outcome.class));
        routes.get("/things/{id}/other-part", ctx -> say(ctx, OfAnotherPart.class));
    }

    private static String place(Context ctx) {
        return "/things/" + ctx.pathParam("id") + "#outcome";
    }

    private static <W extends Enum<W>> void say(Context ctx, Class<W> words) {
        ctx.result(LastWord.at(ctx, place(ctx), words).map(Enum::name).orElse("nothing"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isSaidAtThePlaceThatTheAnswerLeadsTo() throws Exception {
        HttpResponse<String> led = led(server);

        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location")).hasValue("/things/a#outcome");
        assertThat(server.get("/things/a", "Cookie", sent(led)).body()).isEqualTo("DONE");
    }

    @Test
    void isTakenAwayByThat() throws Exception {
        HttpResponse<String> said = server.get("/things/a", "Cookie", sent(led(server)));

        assertThat(said.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("test-service-last-word=")
                .contains("Expires=Thu, 01 Jan 1970", "Path=/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/b", "/things/a/other-part"})
    void isNotSaidElsewhereAndStaysForItsPlace(String path) throws Exception {
        assertSaysNothing(server.get(path, "Cookie", sent(led(server))));
    }

    @Test
    void isLeftByAPageThatLoadsItselfAnew() throws Exception {
        assertSaysNothing(server.get("/things/a", "Cookie", sent(led(server)), "HX-Request", "true"));
    }

    @Test
    void isLeftByTheAnswerToAForm() throws Exception {
        String cookie = sent(led(server));

        assertSaysNothing(server.send(
                server.request("/things/a/given-back").header("Cookie", cookie).POST(BodyPublishers.noBody())));
    }

    @Test
    void isLeftByWhoeverLooksAtTheHeadersAlone() throws Exception {
        HttpResponse<String> answer = server.send(
                server.request("/things/a").header("Cookie", sent(led(server))).HEAD());

        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DONE", "a", "%00"})
    void isNothingThatSomebodyElseCouldName(String value) throws Exception {
        assertSaysNothing(server.get("/things/a?said=DONE", "Cookie", "test-service-last-word=" + value));
    }

    @Test
    void liesForAMinuteWhereNoScriptReadsItAndDoesNotTellWhatItIsAbout() throws Exception {
        assertThat(led(server).headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("test-service-last-word=")
                .contains("Max-Age=60", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain", "Secure", "things", "DONE");
    }

    @Test
    void behindTlsItIsBoundToTheHost() throws Exception {
        try (TestServer secure = TestServer.behindTls(LastWordTest::register)) {
            assertThat(led(secure).headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-test-service-last-word=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain");
        }
    }

    private static HttpResponse<String> led(TestServer server) throws Exception {
        return server.send(server.request("/things/a").POST(BodyPublishers.noBody()));
    }

    /** What a browser sends from then on. */
    private static String sent(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static void assertSaysNothing(HttpResponse<String> answer) {
        assertThat(answer.body()).isEqualTo("nothing");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
