package kz.aryz.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kz.aryz.schema.MailDue;
import kz.aryz.schema.NoteSection;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedSchemasTest {

    @TempDir
    private Path directory;

    @Test
    void areReadFromADirectoryOfClasses() throws IOException {
        Path root = directory.resolve("classes/kz/aryz/released");
        release(root);

        assertThat(ReleasedSchemas.load(root.toUri().toURL())).containsExactly(NoteSection.getClassSchema());
    }

    @Test
    void areReadFromAJarAsOftenAsNeeded() throws IOException {
        URI jar = URI.create("jar:" + directory.resolve("a b.jar").toUri());
        try (FileSystem inJar = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            release(inJar.getPath("/kz/aryz/released"));
        }
        URI root = URI.create(jar + "!/kz/aryz/released");

        assertThat(ReleasedSchemas.load(root.toURL())).containsExactly(NoteSection.getClassSchema());
        assertThat(ReleasedSchemas.load(root.toURL())).containsExactly(NoteSection.getClassSchema());
    }

    @Test
    void thoseWithinOthersAreFoundByTheirName() {
        assertThat(ReleasedSchemas.load()).extracting(Schema::getName).doesNotContain("MailDue");
        assertThat(ReleasedSchemas.of(MailDue.class.getName()))
                .extracting(Schema::getName)
                .isNotEmpty()
                .containsOnly("MailDue");
    }

    private static void release(Path root) throws IOException {
        Path version = Files.createDirectories(root.resolve("0.1.0"));
        Files.writeString(
                version.resolve("NoteSection.avsc"),
                NoteSection.getClassSchema().toString());
        Files.writeString(version.resolve("README.md"), "Not a schema");
    }
}
