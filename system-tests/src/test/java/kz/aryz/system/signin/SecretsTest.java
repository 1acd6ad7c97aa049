package kz.aryz.system.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import kz.aryz.system.Measurements;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where the secrets of the services at the provider are, and where they are not. */
@Uses(SignInAryz.class)
class SecretsTest {

    private final Path folder = SignInAryz.get().folder();
    private final List<Path> secrets = Stream.of("intake-service", "triage-streams", "notifier")
            .map(service -> folder.resolve("identity-provider").resolve(service + ".secret"))
            .toList();

    @BeforeEach
    void eachServiceHasOneOfItsOwn() throws IOException {
        assertThat(Files.readString(secrets.getFirst()))
                .hasSizeGreaterThanOrEqualTo(32)
                .isNotEqualTo(Files.readString(secrets.getLast()));
    }

    @Test
    void nobodyElseMayReadThem() throws IOException {
        for (Path secret : secrets) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theyStandInNoLogAndOnNoCommandLine() throws IOException {
        List<String> commands = ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
        List<String> logs = logs();

        assertThat(commands).anyMatch(command -> command.contains("notifier.jar"));
        assertThat(logs).isNotEmpty();
        for (Path secret : secrets) {
            String text = Files.readString(secret);
            assertThat(commands).noneMatch(command -> command.contains(text));
            assertThat(logs).noneMatch(log -> log.contains(text));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theyStandInNoEnvironment() throws IOException {
        List<String> environments = ProcessHandle.current()
                .descendants()
                .flatMap(SecretsTest::environment)
                .toList();

        assertThat(environments).anyMatch(environment -> environment.contains("OIDC_CLIENT_SECRET_FILE"));
        for (Path secret : secrets) {
            String text = Files.readString(secret);
            assertThat(environments).noneMatch(environment -> environment.contains(text));
        }
    }

    @Test
    void theyStandInNoMeasurement() throws IOException {
        Collection<String> measurements =
                Measurements.of(SignInAryz.get().addresses()).values();

        assertThat(measurements).allSatisfy(measured -> assertThat(measured).contains("kafka_producer"));
        for (Path secret : secrets) {
            String text = Files.readString(secret);
            assertThat(measurements).noneMatch(measured -> measured.contains(text));
        }
    }

    /** Nothing of a process that has ended since it was listed, as those of other tests do. */
    private static Stream<String> environment(ProcessHandle process) {
        try {
            return Stream.of(Files.readString(
                    Path.of("/proc", String.valueOf(process.pid()), "environ"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            assertThat(e).as("%s", process).isNotInstanceOf(AccessDeniedException.class);
            return Stream.empty();
        }
    }

    private List<String> logs() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
            return files.map(SecretsTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
