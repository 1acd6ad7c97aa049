package kz.aryz.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.Test;

/**
 * Writes the present schemas as those of a release. Not among the tests that run by themselves:
 * {@code ./mvnw -Dquick -pl schemas test -Dtest=ReleaseCutter -Daryz.release=VERSION}.
 */
class ReleaseCutter {

    @Test
    void cut() throws IOException {
        Path release = ReleasedFiles.ROOT.resolve(System.getProperty("aryz.release", ""));
        assertThat(release)
                .as("-Daryz.release=VERSION names a version that is not there")
                .doesNotExist();
        Files.createDirectories(release);
        for (Map.Entry<String, Schema> schema : PresentSchemas.byName().entrySet()) {
            Files.writeString(
                    release.resolve(schema.getKey() + ".avsc"),
                    SchemaFormatter.format("json/pretty", schema.getValue()) + "\n");
        }
    }
}
