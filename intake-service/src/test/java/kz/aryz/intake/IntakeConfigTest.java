package kz.aryz.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kz.aryz.runtime.config.ConfigurationException;
import kz.aryz.runtime.config.KafkaFile;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.config.VariableTable;
import org.junit.jupiter.api.Test;

class IntakeConfigTest {

    @Test
    void needsOnlyKeysAndSecret() {
        IntakeConfig config =
                IntakeConfig.from(Map.of("ARYZ_KEYS", "file:///keys/intake", "ARYZ_SECRET_FILE", "/keys/secret"));

        assertThat(config)
                .isEqualTo(new IntakeConfig(
                        new ServiceConfig(
                                "intake-service",
                                "localhost:9092",
                                KafkaFile.NONE,
                                URI.create("http://localhost:8085/apis/registry/v3"),
                                "0.0.0.0",
                                8080,
                                URI.create("http://localhost:8080")),
                        URI.create("file:///keys/intake"),
                        Path.of("/keys/secret"),
                        Path.of("data/intake-service"),
                        Duration.ofSeconds(10)));
    }

    @Test
    void takesEveryVariable() {
        IntakeConfig config = IntakeConfig.from(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:1",
                "SCHEMA_REGISTRY_URL", "http://registry:2/v3",
                "ARYZ_BIND", "127.0.0.1",
                "PORT", "3",
                "ARYZ_ADVERTISED_URL", "https://aryz.example/",
                "ARYZ_KEYS", "file:///k",
                "ARYZ_SECRET_FILE", "/s",
                "ARYZ_STATE_DIR", "/state",
                "ARYZ_CONFIRM_WITHIN", "PT3S"));

        assertThat(config)
                .isEqualTo(new IntakeConfig(
                        new ServiceConfig(
                                "intake-service",
                                "kafka:1",
                                KafkaFile.NONE,
                                URI.create("http://registry:2/v3"),
                                "127.0.0.1",
                                3,
                                URI.create("https://aryz.example")),
                        URI.create("file:///k"),
                        Path.of("/s"),
                        Path.of("/state"),
                        Duration.ofSeconds(3)));
    }

    @Test
    void namesEverythingThatIsWrongAtOnceAndRepeatsNothing() {
        assertThatThrownBy(() -> IntakeConfig.from(Map.of("ARYZ_CONFIRM_WITHIN", "secret", "PORT", "secret")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("ARYZ_KEYS", "ARYZ_SECRET_FILE", "ARYZ_CONFIRM_WITHIN", "PORT")
                .hasMessageNotContaining("secret\"")
                .hasMessageNotContaining("= secret");
    }

    @Test
    void isDocumentedInTheReadme() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(VariableTable.markdown(IntakeConfig.variables()));
    }
}
