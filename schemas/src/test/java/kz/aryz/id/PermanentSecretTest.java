package kz.aryz.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermanentSecretTest {

    @TempDir
    private Path directory;

    @Test
    void isTheSameForEveryProcessThatReadsItsFile() {
        Path file = directory.resolve("secret");
        PermanentSecret.create(file);

        assertThat(PermanentSecret.read(file).mac("purpose", "part"))
                .isEqualTo(PermanentSecret.read(file).mac("purpose", "part"));
    }

    @Test
    void isNewEachTimeOneIsMade() throws IOException {
        PermanentSecret.create(directory.resolve("one"));
        PermanentSecret.create(directory.resolve("other"));

        assertThat(Files.readString(directory.resolve("one")))
                .isNotEqualTo(Files.readString(directory.resolve("other")));
    }

    @Test
    void isNeverOverwritten() throws IOException {
        Path file = directory.resolve("secret");
        PermanentSecret.create(file);
        String before = Files.readString(file);

        assertThatThrownBy(() -> PermanentSecret.create(file))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("never overwritten");
        assertThat(file).hasContent(before);
    }

    @Test
    void isWrittenForItsOwnerAlone() throws IOException {
        Path file = directory.resolve("secret");
        PermanentSecret.create(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isRefusedWhereOthersMayReadIt() throws IOException {
        Path file = directory.resolve("secret");
        PermanentSecret.create(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> PermanentSecret.read(file))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void isAcceptedFromAReadOnlyMount() throws IOException {
        Path file = directory.resolve("secret");
        PermanentSecret.create(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThat(PermanentSecret.read(file)).hasToString("PermanentSecret[redacted]");
    }

    @Test
    void isRefusedWhereTheFileHoldsSomethingElseWhichIsNotRepeated() {
        Path file = directory.resolve("secret");
        SecretFile.create(file, "abcdef");

        assertThatThrownBy(() -> PermanentSecret.read(file))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("aryz keys init")
                .hasMessageNotContaining("abcdef")
                .hasNoCause();
    }

    @Test
    void saysWhatToDoWhereTheFileIsMissing() {
        assertThatThrownBy(() -> PermanentSecret.read(directory.resolve("nowhere")))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("nowhere is missing")
                .hasMessageContaining("aryz keys init");
    }
}
