package kz.aryz.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code aryz}, in a checkout whose build and whose Java only say what they were asked for. */
class ScriptTest {

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

    private void build(String module) throws IOException {
        Path target = Files.createDirectories(home().resolve(module).resolve("target"));
        Files.createFile(target.resolve(module + ".jar"));
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
