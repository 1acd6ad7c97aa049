package kz.aryz.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommonVariablesTest {
    private static final CommonVariables VARIABLES = new CommonVariables("intake-service", "127.0.0.1", 8080);

    @TempDir
    private Path folder;

    @Test
    void hasADefaultForEveryVariable() {
        assertThat(config(Map.of()))
                .isEqualTo(new ServiceConfig(
                        "intake-service",
                        "localhost:9092",
                        KafkaFile.NONE,
                        URI.create("http://localhost:8085/apis/registry/v3"),
                        "127.0.0.1",
                        8080,
                        URI.create("http://localhost:8080")));
    }

    @Test
    void readsEveryVariable() throws Exception {
        Path file = Files.writeString(folder.resolve("kafka.properties"), "request.timeout.ms=9000\n");

        ServiceConfig config = config(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "a:1,b:2",
                "ARYZ_KAFKA_CONFIG", file.toString(),
                "SCHEMA_REGISTRY_URL", "http://registry:1/apis/ccompat/v7",
                "ARYZ_BIND", "0.0.0.0",
                "PORT", "9000",
                "ARYZ_ADVERTISED_URL", "https://aryz.example/",
                "LOG_LEVEL", "debug"));

        assertThat(config)
                .isEqualTo(new ServiceConfig(
                        "intake-service",
                        "a:1,b:2",
                        new KafkaFile(Map.of("request.timeout.ms", "9000")),
                        URI.create("http://registry:1/apis/ccompat/v7"),
                        "0.0.0.0",
                        9000,
                        URI.create("https://aryz.example")));
    }

    @Test
    void refusesAKafkaFileThatCannotBeRead() {
        Map<String, String> texts =
                Map.of("ARYZ_KAFKA_CONFIG", folder.resolve("absent").toString());

        assertThatThrownBy(() -> config(texts))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ARYZ_KAFKA_CONFIG: set the path of a readable properties file");
    }

    @Test
    void refusesAKafkaFileThatWeakensAPromise() throws Exception {
        Path file = Files.writeString(folder.resolve("kafka.properties"), "acks=1\nisolation.level=read_uncommitted\n");

        assertThatThrownBy(() -> config(Map.of("ARYZ_KAFKA_CONFIG", file.toString())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ARYZ_KAFKA_CONFIG: remove acks, which is always all; "
                        + "ARYZ_KAFKA_CONFIG: remove isolation.level, which is always read_committed");
    }

    @Test
    void showsNoValueOfTheKafkaFile() {
        assertThat(new KafkaFile(Map.of("sasl.jaas.config", "Canary"))).hasToString("KafkaFile[sasl.jaas.config]");
    }

    @Test
    void rendersATableOfAllVariables() {
        assertThat(VariableTable.markdown(VARIABLES.all()))
                .startsWith(
                        "| variable | default | meaning |\n|---|---|---|\n| `KAFKA_BOOTSTRAP_SERVERS` | `localhost:9092` |")
                .contains("\n| `PORT` | `8080` | port to listen on; `0` takes a free one |\n");
        assertThat(VariableTable.markdown(List.of(CommonVariables.KEYS))).contains("| *must be set* |");
    }

    private static ServiceConfig config(Map<String, String> texts) {
        return VARIABLES.config(Environment.read(texts, VARIABLES.all()));
    }
}
