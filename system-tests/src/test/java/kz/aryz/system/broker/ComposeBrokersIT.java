package kz.aryz.system.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nobody is let in without a name at the brokers of {@code docker compose up}, which somebody has to have called;
 * {@code .ci/run} does. They are asked from inside compose's network, the only place that reaches them, with the tool
 * that comes with Kafka.
 */
@Tag("docker")
@Tag("compose")
class ComposeBrokersIT {

    /** Where services and registry come, and where brokers and the administrator do. */
    private static final int CLIENTS = 9092;

    private static final int BROKERS = 9094;

    private static final String PLAINTEXT = "security.protocol=PLAINTEXT\n";
    private static final String TLS = """
            security.protocol=SSL
            ssl.truststore.type=PEM
            ssl.truststore.location=/etc/kafka/secrets/authority.pem
            """;
    private static final String STRANGER = TLS + """
            security.protocol=SASL_SSL
            sasl.mechanism=SCRAM-SHA-512
            sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \
            username="stranger" password="guessed";
            """;
    private static final String CERTIFICATE = TLS + """
            config.providers=file
            config.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider
            ssl.keystore.type=PKCS12
            ssl.keystore.location=/etc/kafka/secrets/broker.p12
            ssl.keystore.password=${file:/etc/kafka/secrets/broker.properties:password}
            ssl.key.password=${file:/etc/kafka/secrets/broker.properties:password}
            """;

    /** What the tool says where a broker talks to it. */
    private static final String ANSWERED = "Cluster ID";

    private static String broker;

    @BeforeAll
    static void findABroker() throws IOException, InterruptedException {
        broker = docker("", "ps", "--quiet", "--filter", "label=com.docker.compose.service=broker-1")
                .said()
                .strip();
    }

    @Test
    void whoShowsACertificateOfTheirAuthorityIsAnswered() {
        Answer answer = await().atMost(PATIENCE).until(() -> ask(BROKERS, CERTIFICATE), known -> known.status() == 0);

        assertThat(answer.said()).contains(ANSWERED, "broker-1:9094", "broker-2:9094", "broker-3:9094");
    }

    @Test
    void whoShowsNoneIsNot() {
        assertRefused(BROKERS, TLS, "authentication");
    }

    @Test
    void whoSpeaksInPlaintextIsNot() {
        assertRefused(CLIENTS, PLAINTEXT, "disconnected");
        assertRefused(BROKERS, PLAINTEXT, "disconnected");
    }

    @Test
    void whoSaysNoNameIsNot() {
        assertRefused(CLIENTS, TLS, "disconnected");
    }

    @Test
    void whomNobodyKnowsIsNot() {
        assertRefused(CLIENTS, STRANGER, "invalid credentials with SASL mechanism SCRAM-SHA-512");
    }

    /** The tool waits five seconds for the broker: where it hears neither yes nor no, it is asked again. */
    private static void assertRefused(int port, String clients, String why) {
        await().atMost(PATIENCE).until(() -> ask(port, clients), answer -> {
            assertThat(answer.said()).doesNotContain(ANSWERED);
            assertThat(answer.status()).isNotZero();
            return answer.said().contains(why);
        });
    }

    private static Answer ask(int port, String clients) throws IOException, InterruptedException {
        return docker(
                clients,
                "exec",
                "--interactive",
                broker,
                "/opt/kafka/bin/kafka-broker-api-versions.sh",
                "--bootstrap-server=broker-1:" + port,
                "--command-config=/dev/stdin");
    }

    private record Answer(int status, String said) {}

    private static Answer docker(String input, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of("docker"), Arrays.stream(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        try (OutputStream to = process.getOutputStream()) {
            to.write(input.getBytes(UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Answer(process.waitFor(), said);
    }
}
