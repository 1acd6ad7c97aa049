package kz.aryz.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process: signals, exit codes, lines on standard output. */
class LifecycleProcessTest {

    /** The process under test; how it behaves is its argument. */
    static final class Service {
        public static void main(String[] args) {
            System.exit(Lifecycle.run("sample", lifecycle -> start(lifecycle, args[0])));
        }

        private static void start(Lifecycle lifecycle, String behaviour) {
            lifecycle.closing("part", () -> System.out.println("part closed"));
            switch (behaviour) {
                case "start-fails" -> throw new IllegalStateException("Canary");
                case "part-fails" -> lifecycle.fail("stream", new IllegalStateException("Canary"));
                default -> Logger.getLogger("library").info("part started");
            }
        }
    }

    @Test
    void closesItsPartsWhenItGetsASignal() throws Exception {
        Process process = started("runs");
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).startsWith("{").contains("part started", "library");
            assertThat(output.readLine()).contains("sample has started");

            process.toHandle().destroy();

            assertThat(output.lines().toList()).contains("part closed").anyMatch(line -> line.contains("has stopped"));
            assertThat(process.waitFor()).isEqualTo(128 + 15);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"start-fails", "part-fails"})
    void logsAFatalFailureOnceWithoutContentAndExitsWithOne(String behaviour) throws Exception {
        Process process = started(behaviour);
        try (BufferedReader output = process.inputReader()) {
            List<String> lines = output.lines().toList();

            assertThat(lines).contains("part closed").noneMatch(line -> line.contains("Canary"));
            assertThat(lines)
                    .filteredOn(line -> line.contains("\"level\":\"ERROR\""))
                    .hasSize(1);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
        }
    }

    private static Process started(String behaviour) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Service.class.getName(), behaviour)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
