package kz.aryz.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.aryz.notifier.alert.Doubling;
import kz.aryz.notifier.alert.RetrySchedule;
import kz.aryz.notifier.mail.MailAddresses;
import kz.aryz.notifier.mail.SmtpAddress;
import kz.aryz.runtime.config.ConfigurationException;
import kz.aryz.runtime.config.KafkaFile;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.config.VariableTable;
import kz.aryz.runtime.signin.OidcClient;
import kz.aryz.runtime.streams.StreamsInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotifierConfigTest {

    private static final URI KEYS = URI.create("file:///etc/aryz/keys");

    @Test
    void needsOnlyTheKeys() {
        assertThat(NotifierConfig.from(Map.of("ARYZ_KEYS", KEYS.toString())))
                .isEqualTo(new NotifierConfig(
                        new ServiceConfig(
                                "notifier",
                                "localhost:9092",
                                KafkaFile.NONE,
                                URI.create("http://localhost:8085/apis/registry/v3"),
                                "127.0.0.1",
                                8082,
                                URI.create("http://localhost:8082")),
                        KEYS,
                        Optional.empty(),
                        new StreamsInstance(Path.of("data/notifier"), Optional.empty(), 0, 1, Optional.empty()),
                        new MailAddresses("aryz@aryz.example", "commissioner@ombudsman.example"),
                        SmtpAddress.parse("smtp://localhost:3025"),
                        Duration.ofSeconds(10),
                        new Doubling(Duration.ofSeconds(30), Duration.ofMinutes(5)),
                        25,
                        new RetrySchedule(
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(15),
                                Duration.ofMinutes(5),
                                Duration.ofHours(24)),
                        Optional.empty(),
                        Duration.ofHours(24)));
    }

    @Test
    void readsEveryVariable() {
        Map<String, String> texts = Map.ofEntries(
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "kafka-1:9092"),
                Map.entry("SCHEMA_REGISTRY_URL", "http://registry:8085/apis/registry/v3"),
                Map.entry("ARYZ_BIND", "0.0.0.0"),
                Map.entry("PORT", "9082"),
                Map.entry("ARYZ_ADVERTISED_URL", "http://notifier-1:9082/"),
                Map.entry("ARYZ_KEYS", KEYS.toString()),
                Map.entry("OIDC_ISSUER", "https://id.example/realms/aryz"),
                Map.entry("OIDC_CLIENT_ID", "inbox"),
                Map.entry("OIDC_CLIENT_SECRET", "secret"),
                Map.entry("ARYZ_STATE_DIR", "/var/lib/aryz"),
                Map.entry("ARYZ_INSTANCE_ID", "notifier-1"),
                Map.entry("ARYZ_PEER_URL", "http://10.0.0.7:8081"),
                Map.entry("ARYZ_STANDBY_REPLICAS", "1"),
                Map.entry("ARYZ_STREAM_THREADS", "4"),
                Map.entry("ARYZ_SMTP_URL", "smtps://user:secret@mail"),
                Map.entry("ARYZ_COMMISSIONER_EMAIL", "office@ombudsman.example"),
                Map.entry("ARYZ_MAIL_FROM", "no-reply@aryz.example"),
                Map.entry("ARYZ_SMTP_CONNECT_TIMEOUT", "PT1S"),
                Map.entry("ARYZ_SMTP_TIMEOUT", "PT2S"),
                Map.entry("ARYZ_MAIL_LANES", "3"),
                Map.entry("ARYZ_RETRY_FIRST", "PT4S"),
                Map.entry("ARYZ_RETRY_LONGEST", "PT5S"),
                Map.entry("ARYZ_OUTCOME_WITHIN", "PT6S"),
                Map.entry("ARYZ_DECISION_WITHIN", "PT7S"),
                Map.entry("ARYZ_HOLDING_WITHIN", "PT8S"));

        assertThat(NotifierConfig.from(texts))
                .isEqualTo(new NotifierConfig(
                        new ServiceConfig(
                                "notifier",
                                "kafka-1:9092",
                                KafkaFile.NONE,
                                URI.create("http://registry:8085/apis/registry/v3"),
                                "0.0.0.0",
                                9082,
                                URI.create("http://notifier-1:9082")),
                        KEYS,
                        Optional.of(new OidcClient(URI.create("https://id.example/realms/aryz"), "inbox", "secret")),
                        new StreamsInstance(
                                Path.of("/var/lib/aryz"),
                                Optional.of("notifier-1"),
                                1,
                                4,
                                Optional.of(URI.create("http://10.0.0.7:8081"))),
                        new MailAddresses("no-reply@aryz.example", "office@ombudsman.example"),
                        SmtpAddress.parse("smtps://user:secret@mail"),
                        Duration.ofSeconds(1),
                        new Doubling(Duration.ofSeconds(2), Duration.ofSeconds(6)),
                        3,
                        new RetrySchedule(
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(8)),
                        Optional.of(Duration.ofSeconds(7)),
                        Duration.ofSeconds(8)));
    }

    @Test
    void namesEverythingThatIsWrongAtOnceAndRepeatsNoSecret() {
        Map<String, String> texts = Map.of("ARYZ_SMTP_URL", "http://user:canary@mail", "ARYZ_MAIL_LANES", "0");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NotifierConfig.from(texts))
                .satisfies(wrong -> assertThat(wrong.problems())
                        .hasSize(3)
                        .anyMatch(problem -> problem.startsWith("ARYZ_KEYS: "))
                        .anyMatch(problem -> problem.startsWith("ARYZ_SMTP_URL: "))
                        .anyMatch(problem -> problem.startsWith("ARYZ_MAIL_LANES: "))
                        .noneMatch(problem -> problem.contains("canary")));
    }

    @Test
    void refusesALongestPauseShorterThanTheFirst() {
        Map<String, String> texts = Map.of("ARYZ_KEYS", KEYS.toString(), "ARYZ_RETRY_LONGEST", "PT1S");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NotifierConfig.from(texts))
                .withMessageContaining("ARYZ_RETRY_LONGEST");
    }

    /** What is beside it would end up in every Message-ID, and in what mail servers are greeted with. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aryz <aryz@aryz.example>",
                "<aryz@aryz.example>",
                "aryz@aryz.example (Aryz)",
                "aryz: aryz@aryz.example;",
                "aryz"
            })
    void refusesWhatIsNoMailAddressAlone(String sender) {
        Map<String, String> texts = Map.of("ARYZ_KEYS", KEYS.toString(), "ARYZ_MAIL_FROM", sender);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> NotifierConfig.from(texts))
                .withMessageContaining("ARYZ_MAIL_FROM")
                .withMessageContaining("such as aryz@aryz.example, without a name");
    }

    @Test
    void isWholeInTheReadme() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(VariableTable.markdown(NotifierConfig.variables()));
    }
}
