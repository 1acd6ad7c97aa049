package kz.aryz.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.aryz.runtime.config.ConfigurationException;
import kz.aryz.runtime.config.KafkaFile;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.config.VariableTable;
import kz.aryz.runtime.signin.OidcClient;
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
                        Optional.empty(),
                        Path.of("data/intake-service"),
                        Duration.ofSeconds(10)));
    }

    @Test
    void takesEveryVariable() {
        IntakeConfig config = IntakeConfig.from(Map.ofEntries(
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "kafka:1"),
                Map.entry("SCHEMA_REGISTRY_URL", "http://registry:2/v3"),
                Map.entry("ARYZ_BIND", "127.0.0.1"),
                Map.entry("PORT", "3"),
                Map.entry("ARYZ_ADVERTISED_URL", "https://aryz.example/"),
                Map.entry("ARYZ_KEYS", "file:///k"),
                Map.entry("ARYZ_SECRET_FILE", "/s"),
                Map.entry("OIDC_ISSUER", "https://provider.example/aryz"),
                Map.entry("OIDC_CLIENT_ID", "intake"),
                Map.entry("OIDC_CLIENT_SECRET", "secret of the client"),
                Map.entry("ARYZ_STATE_DIR", "/state"),
                Map.entry("ARYZ_CONFIRM_WITHIN", "PT3S")));

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
                        Optional.of(new OidcClient(
                                URI.create("https://provider.example/aryz"), "intake", "secret of the client")),
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
