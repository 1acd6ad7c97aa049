package kz.aryz.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.aryz.runtime.config.ConfigurationException;
import kz.aryz.runtime.config.KafkaFile;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.config.VariableTable;
import kz.aryz.runtime.signin.OidcClient;
import kz.aryz.runtime.streams.StreamsInstance;
import org.junit.jupiter.api.Test;

class TriageConfigTest {

    private static final URI KEYS = URI.create("file:///etc/aryz/keys/triage");

    @Test
    void hasADefaultForAllButTheKeys() {
        TriageConfig config = TriageConfig.from(Map.of("ARYZ_KEYS", KEYS.toString()));

        assertThat(config)
                .isEqualTo(new TriageConfig(
                        new ServiceConfig(
                                "triage-streams",
                                "localhost:9092",
                                KafkaFile.NONE,
                                URI.create("http://localhost:8085/apis/registry/v3"),
                                "127.0.0.1",
                                8081,
                                URI.create("http://localhost:8081")),
                        KEYS,
                        Optional.empty(),
                        new StreamsInstance(Path.of("data/triage-streams"), Optional.empty(), 0, 1, Optional.empty())));
    }

    @Test
    void readsEveryVariable() {
        Map<String, String> texts = Map.ofEntries(
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "kafka-1:9092"),
                Map.entry("SCHEMA_REGISTRY_URL", "http://registry:8085/apis/registry/v3"),
                Map.entry("ARYZ_BIND", "0.0.0.0"),
                Map.entry("PORT", "9081"),
                Map.entry("ARYZ_ADVERTISED_URL", "http://triage-1:9081"),
                Map.entry("ARYZ_KEYS", KEYS.toString()),
                Map.entry("OIDC_ISSUER", "https://id.example/realms/aryz"),
                Map.entry("OIDC_CLIENT_ID", "desk"),
                Map.entry("OIDC_CLIENT_SECRET", "secret"),
                Map.entry("ARYZ_STATE_DIR", "/var/lib/aryz"),
                Map.entry("ARYZ_INSTANCE_ID", "triage-1"),
                Map.entry("ARYZ_PEER_URL", "http://10.0.0.7:8081"),
                Map.entry("ARYZ_STANDBY_REPLICAS", "1"),
                Map.entry("ARYZ_STREAM_THREADS", "4"));

        assertThat(TriageConfig.from(texts))
                .isEqualTo(new TriageConfig(
                        new ServiceConfig(
                                "triage-streams",
                                "kafka-1:9092",
                                KafkaFile.NONE,
                                URI.create("http://registry:8085/apis/registry/v3"),
                                "0.0.0.0",
                                9081,
                                URI.create("http://triage-1:9081")),
                        KEYS,
                        Optional.of(new OidcClient(URI.create("https://id.example/realms/aryz"), "desk", "secret")),
                        new StreamsInstance(
                                Path.of("/var/lib/aryz"),
                                Optional.of("triage-1"),
                                1,
                                4,
                                Optional.of(URI.create("http://10.0.0.7:8081")))));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> TriageConfig.from(Map.of("ARYZ_STANDBY_REPLICAS", "many", "PORT", "-1")))
                .satisfies(wrong -> assertThat(wrong.problems())
                        .hasSize(3)
                        .anyMatch(problem -> problem.startsWith("PORT: "))
                        .anyMatch(problem -> problem.startsWith("ARYZ_KEYS: "))
                        .anyMatch(problem -> problem.startsWith("ARYZ_STANDBY_REPLICAS: ")));
    }

    @Test
    void isWholeInTheReadme() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(VariableTable.markdown(TriageConfig.variables()));
    }
}
