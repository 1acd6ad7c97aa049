package kz.aryz.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import kz.aryz.serde.AvroSerdes;
import org.junit.jupiter.api.Test;

class NotifierTopologyTest {

    /**
     * A change here reaches stores and groups that are in use: a store that is renamed starts empty, and what was told would
     * be told again. docs/upgrade.md says what is safe and what an operator must do for it, before you copy the new text.
     */
    @Test
    void isTheTopologyThatRunningGroupsKnow() throws IOException {
        try (AvroSerdes serdes = AvroSerdes.inMemory()) {
            String topology = TopologyFixture.topology(
                            TopologyFixture.properties(serdes), serdes, () -> Records.MAILBOX)
                    .get()
                    .describe()
                    .toString()
                    .strip();

            assertThat(topology).isEqualToNormalizingNewlines(expected());
        }
    }

    private static String expected() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(NotifierTopologyTest.class.getResourceAsStream("expected_topology.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
