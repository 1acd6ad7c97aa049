package kz.aryz.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyShapeTest {

    @TempDir
    private Path stateDir;

    /**
     * A change here reaches stores and groups that are in use. The names of stores are the names of changelog topics: a
     * store that is renamed starts empty, which here means that complaints already decided would be decided and told again.
     * docs/upgrade.md says what is safe and what an operator must do for it. If the change is meant, replace
     * expected_topology.txt by what this test prints.
     */
    @Test
    void isTheOneThatGroupsAndStoresWereMadeWith() throws IOException {
        String described = TriageDriver.topology(stateDir).describe().toString();

        assertThat(described.strip()).isEqualTo(expected().strip());
    }

    @Test
    void isOneSubTopologySoThatADecisionIsOneTransaction() {
        String described = TriageDriver.topology(stateDir).describe().toString();

        assertThat(described).containsOnlyOnce("Sub-topology:");
    }

    @Test
    void namesEveryOperator() {
        String described = TriageDriver.topology(stateDir).describe().toString();

        assertThat(Pattern.compile("KSTREAM|KTABLE|-\\d{10}").matcher(described).find())
                .as("generated name in %s", described)
                .isFalse();
    }

    private static String expected() throws IOException {
        try (InputStream file = TopologyShapeTest.class.getResourceAsStream("expected_topology.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
