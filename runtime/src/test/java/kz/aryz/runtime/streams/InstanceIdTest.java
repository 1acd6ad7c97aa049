package kz.aryz.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceIdTest {

    @Test
    void isTheSameAfterARestart(@TempDir Path stateDir) throws IOException {
        String first = InstanceId.keptIn(stateDir.resolve("new"));

        assertThat(InstanceId.keptIn(stateDir.resolve("new"))).isEqualTo(first).isNotBlank();
    }

    @Test
    void differsBetweenStateDirectories(@TempDir Path one, @TempDir Path other) throws IOException {
        assertThat(InstanceId.keptIn(one)).isNotEqualTo(InstanceId.keptIn(other));
    }
}
