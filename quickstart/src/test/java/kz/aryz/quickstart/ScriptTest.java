package kz.aryz.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code aryz}, in a checkout whose build and whose Java only say what they were asked for. */
class ScriptTest {

    private static final Instant BUILT = Instant.parse("2022-01-05T10:00:00Z");

    @TempDir
    private Path folder;

    private Path runtime = Path.of("");

    @BeforeEach
    void checkOut() throws IOException {
        Files.createDirectories(home());
        Files.copy(Path.of("..", "aryz"), home().resolve("aryz"));
        program(home().resolve("mvnw"), "[ -x \"$JAVA_HOME/bin/javac\" ] && echo built by a JDK >&2; exit 1");
        runtime = folder.resolve("runtime");
        Files.createDirectories(runtime.resolve("bin"));
        Files.writeString(runtime.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        program(runtime.resolve("bin/java"), "echo ran on the runtime");
        Path jdk = folder.resolve("sdkman/candidates/java/jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        program(jdk.resolve("bin/java"), "exit 1");
        program(jdk.resolve("bin/javac"), "exit 1");
    }

    @Test
    void whatIsBuiltRunsWithoutACompiler() throws Exception {
        build("quickstart");

        assertThat(aryz()).contains("ran on the runtime");
    }

    @Test
    void aRuntimeWithoutACompilerIsNotTakenToBuildWith() throws Exception {
        assertThat(aryz()).contains("built by a JDK").doesNotContain("ran on the runtime");
    }

    @Test
    void itSaysThatASourceOfAnyModuleIsNewerThanWhatItRuns() throws Exception {
        build("quickstart");
        build("notifier");
        source("notifier/src/main/java/Mail.java", BUILT.plusSeconds(1));

        assertThat(aryz()).contains("before notifier/src/main/java/Mail.java changed", "ran on the runtime");
    }

    @Test
    void itSaysNothingWhereSourcesAreOlderOrTests() throws Exception {
        build("quickstart");
        source("quickstart/src/main/java/Aryz.java", BUILT.minusSeconds(1));
        source("quickstart/src/test/java/AryzTest.java", BUILT.plusSeconds(1));

        assertThat(aryz()).isEqualTo("ran on the runtime\n");
    }

    private void source(String name, Instant changed) throws IOException {
        Path file = home().resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }

    private void build(String module) throws IOException {
        Path target = Files.createDirectories(home().resolve(module).resolve("target"));
        Path jar = Files.createFile(target.resolve(module + ".jar"));
        Files.setLastModifiedTime(jar, FileTime.from(BUILT));
    }

    /** All that it says, run with the runtime and, elsewhere, a JDK. */
    private String aryz() throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("sh", home().resolve("aryz").toString(), "--help");
        script.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        runtime.toString(),
                        "SDKMAN_DIR",
                        folder.resolve("sdkman").toString()));
        Process aryz = script.redirectErrorStream(true).start();
        String said = new String(aryz.getInputStream().readAllBytes(), UTF_8);
        aryz.waitFor();
        return said;
    }

    private Path home() {
        return folder.resolve("home");
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
