package kz.aryz.system.signin;

import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static kz.aryz.system.signin.SignInAryz.ASTANA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.stream.Stream;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.FreeOffset;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.topic.Principal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Uses(SignInAryz.class)
class TokensTest {

    private static final String QUEUES = "/api/v1/queues";

    private final SignInAryz aryz = SignInAryz.get();
    private final Http http = new Http();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void withoutATokenNoApiAnswers() throws IOException {
        for (URI address : apis()) {
            Http.Answer answer = http.get(address);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"another-service", "intake-service"})
    void aTokenForAnotherServiceIsNone(String audience) throws Exception {
        Token elsewhere = ChosenToken.of(
                aryz.addresses().issuer(),
                "{\"roles\":[\"commissioner-officer\"],\"body\":\"COMMISSIONER\",\"aud\":[\"" + audience + "\"]}");

        for (URI address : apis()) {
            Http.Answer answer = elsewhere.read(http, address);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void butTheSameTokenForThisServiceIsOne() throws Exception {
        Token here = ChosenToken.of(
                aryz.addresses().issuer(),
                "{\"roles\":[\"commissioner-officer\"],\"body\":\"COMMISSIONER\",\"aud\":[\"triage-streams\"]}");

        assertThat(here.read(http, aryz.desk().resolve(QUEUES)).status()).isEqualTo(200);
    }

    private URI[] apis() {
        return new URI[] {
            aryz.desk().resolve(QUEUES),
            aryz.desk().resolve(QUEUES + "/" + ALMATY),
            aryz.inbox().resolve("/api/v1/alerts")
        };
    }

    @ParameterizedTest
    @CsvSource({"triage-officer, 1", "head-of-unit, 1", "supervising-prosecutor, 1", "investigator, 0"})
    void aTokenOpensWhatItsRoleMaySeeOfItsUnit(String role, int complaints) throws IOException {
        Token token = token("--role", role, "--unit", ALMATY);

        Http.Answer queue = token.read(http, aryz.desk().resolve(QUEUES + "/" + ALMATY + "?limit=500"));
        Http.Answer other = token.read(http, aryz.desk().resolve(QUEUES + "/" + ASTANA));
        Http.Answer nothing = token.read(http, aryz.desk().resolve(QUEUES + "/PROS.KZ-99"));
        Http.Answer alerts = token.read(http, aryz.inbox().resolve("/api/v1/alerts"));

        assertThat(queue.status()).isEqualTo(200);
        assertThat(queue.body().path("items").findValuesAsText("complaintNumber"))
                .filteredOn(aryz.complaint()::equals)
                .hasSize(complaints);
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.body()).isEqualTo(nothing.body());
        assertThat(alerts.status()).isEqualTo(404);
    }

    @Test
    void theCommissionersTokenCarriesNoUnitAndOpensBothServices() throws IOException {
        Token token = token("--role", "commissioner-officer");

        assertThat(token.claims().has("units")).isFalse();
        assertThat(token.claims().path("body").asText()).isEqualTo("COMMISSIONER");
        for (URI address : apis()) {
            assertThat(token.read(http, address).status()).isEqualTo(200);
        }
    }

    @Test
    void aScriptIsWhoTheAccountOfItsRoleIs() throws IOException {
        assertThat(token("--role", "investigator", "--unit", ALMATY)
                        .claims()
                        .path("sub")
                        .asText())
                .isEqualTo("investigator-almaty");
        assertThat(token("--role", "investigator", "--unit", "PROS.KZ-10")
                        .claims()
                        .path("sub")
                        .asText())
                .isEqualTo("investigator-pros.kz-10");
    }

    @Test
    void theCommandPrintsATokenAndNothingElse() {
        Said said = Said.by("token", "--port-offset", aryz.offset(), "--role", "auditor");

        assertThat(said.out()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\R");
        assertThat(said.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--role judge | 'judge' is no role. Roles: intake-clerk",
                "--role investigator | investigator is a role within a unit",
                "--role investigator --unit PROS.KZ-99 | 'PROS.KZ-99' is no unit. Units: ANTIKOR.KZ-10",
                "--role commissioner-officer --unit PROS.KZ-75 | commissioner-officer is of no unit",
                "--issuer http://provider.example/aryz --client-secret-file secret | say an https address",
                "--issuer http://localhost:1/aryz | --client-secret-file=FILE",
                "--role auditor --issuer http://localhost:1/aryz --client-secret-file secret | mutually exclusive"
            })
    void whoAsksForWhatDoesNotExistIsTold(String options, String message) {
        Said said = Said.by(Stream.concat(Stream.of("token"), Stream.of(options.split(" ", -1))));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(message);
    }

    @Test
    void whereNoAryzRunsTheCommandSaysSo() {
        Said said = Said.by("token", "--port-offset", String.valueOf(FreeOffset.find()), "--role", "auditor");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("No Aryz runs at").contains("./aryz up");
    }

    @Test
    void whereAryzRunsWithoutSignInTheCommandSaysSo() throws IOException {
        int offset = FreeOffset.find();
        int desk = Addresses.shifted(offset).triage();
        try (ServerSocket open = new ServerSocket(desk, 1, InetAddress.getLoopbackAddress())) {

            Said said = Said.by("token", "--port-offset", String.valueOf(offset), "--role", "auditor");

            assertThat(open.isBound()).isTrue();
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("started with --open");
        }
    }

    @Test
    void whoIsHungUpOnHearsSoAndNothingOfOpenApis() throws IOException {
        int offset = FreeOffset.find();
        int provider = Addresses.shifted(offset).identityProvider();
        try (ServerSocket silent = new ServerSocket(provider, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUp(silent));

            Said said = Said.by("token", "--port-offset", String.valueOf(offset), "--role", "auditor");

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("gives no answer").doesNotContain("--open");
        }
    }

    /** On everybody who calls. */
    private static void hangUp(ServerSocket server) {
        try {
            while (true) {
                server.accept().close();
            }
        } catch (IOException closed) {
            return;
        }
    }

    @Test
    void theOtherCommandsWorkAsTheyDoWithoutSignIn() {
        String data = aryz.folder().toString();
        String operator = aryz.lock().file(Principal.OPERATOR).path().toString();
        Said demo = Said.by("demo", "--port-offset", aryz.offset(), "--count", "2", "--json", "--data", data);
        Said mail = Said.by("mail", "--port-offset", aryz.offset(), "--json");
        Said deadLetters = Said.by(
                "dead-letters",
                "list",
                "--bootstrap-server",
                aryz.addresses().bootstrapServers(),
                "--config",
                operator);

        assertThat(demo.code()).isZero();
        assertThat(mail.code()).isZero();
        assertThat(mail.out()).contains(aryz.complaint());
        assertThat(deadLetters.code()).as(deadLetters.err()).isZero();
    }

    private Token token(String... options) {
        return Token.of(aryz.offset(), options);
    }
}
