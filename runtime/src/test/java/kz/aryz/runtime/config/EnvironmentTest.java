package kz.aryz.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    private static final Variable<Duration> PATIENCE =
            Variable.withDefault("PATIENCE", "how long", "PT5S", Format.DURATION);
    private static final Variable<URI> PLACE = Variable.required("PLACE", "where", Format.URL);
    private static final Variable<Integer> COUNT =
            Variable.withDefault("COUNT", "how many", "3", Format.integerBetween(1, 9));

    @Test
    void reportsEveryProblemAtOnceByNameAndRemedyWithoutTheValue() {
        Map<String, String> texts = Map.of("PATIENCE", "Canary", "COUNT", "10");

        assertThatThrownBy(() -> Environment.read(texts, List.of(PATIENCE, PLACE, COUNT)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("PATIENCE: set an ISO 8601 duration longer than zero, such as PT5S; "
                        + "PLACE: set an absolute URL such as http://localhost:8085/path; "
                        + "COUNT: set a whole number from 1 to 9")
                .hasNoCause();
    }

    @Test
    void takesTheDefaultForWhatIsMissingOrEmpty() {
        Environment environment = Environment.read(Map.of("COUNT", ""), List.of(PATIENCE, COUNT));

        assertThat(environment.get(PATIENCE)).isEqualTo(Duration.ofSeconds(5));
        assertThat(environment.get(COUNT)).isEqualTo(3);
    }

    @Test
    void answersOnlyForVariablesThatItRead() {
        Environment environment = Environment.read(Map.of(), List.of(COUNT));

        assertThatThrownBy(() -> environment.get(PATIENCE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", ""})
    void refusesAPortThatIsNone(String text) {
        assertThatThrownBy(() -> Format.PORT.parse().apply(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "5"})
    void refusesADurationThatDoesNotLast(String text) {
        assertThatThrownBy(() -> Environment.read(Map.of("PATIENCE", text), List.of(PATIENCE)))
                .isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8085", "/apis", "http:"})
    void refusesAUrlThatNamesNoHost(String text) {
        assertThatThrownBy(() -> Environment.read(Map.of("PLACE", text), List.of(PLACE)))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void readsADirectoryAsAUriOrAsAPath() {
        assertThat(Format.URI_OR_PATH.parse().apply("gcp-kms://keys/intake"))
                .isEqualTo(URI.create("gcp-kms://keys/intake"));
        assertThat(Format.URI_OR_PATH.parse().apply("/etc/aryz/keys"))
                .isEqualTo(Path.of("/etc/aryz/keys").toUri());
    }
}
