package kz.aryz.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    private Path directory;

    @Test
    void aReplacedFileKeepsItsModeAndLeavesNothingBeside() throws IOException {
        Path file = directory.resolve("public");
        Files.writeString(file, "former");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        AtomicFile.replace(file, "new");

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        assertThat(directory).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void whatACrashLeftBesideTheFileIsInNobodysWay() throws IOException {
        Path file = directory.resolve("public");
        Files.writeString(file, "former");
        Files.writeString(directory.resolve(".public.new"), "half of wha");

        AtomicFile.replace(file, "new");

        assertThat(file).hasContent("new");
        assertThat(directory.resolve(".public.new")).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsNotMade() {
        Path file = directory.resolve("public");

        assertThatThrownBy(() -> AtomicFile.replace(file, "new"))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining(file.toString());
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aSecretFileThatOthersMayReadIsNotReplaced() throws IOException {
        Path file = directory.resolve("private");
        Files.writeString(file, "former");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> SecretFile.replace(file, "new"))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("chmod 600 " + file);
        assertThat(file).hasContent("former");
    }
}
