package kz.aryz.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.Aryz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {

    @TempDir
    private Path folder;

    @Test
    void aPortInUseIsNamedWithARemedyAndNothingIsLeft() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int offset = taken.getLocalPort() - Addresses.shifted(0).kafka();

            String said = up("--port-offset", String.valueOf(offset));

            assertThat(said).contains("Port " + taken.getLocalPort()).contains("--port-offset");
            assertThat(Files.readString(folder.resolve("lock"))).isEmpty();
        }
    }

    @Test
    void thePortOfTheIdentityProviderIsOneOfThemWhereStaffSignIn() throws IOException {
        int offset = FreeOffset.find();
        int port = Addresses.shifted(offset).identityProvider();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {

            String said = up("--sign-in", "--port-offset", String.valueOf(offset));

            assertThat(said).contains("Port " + taken.getLocalPort() + ", which the identity provider needs");
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsNamedWithARemedy() throws IOException {
        Files.writeString(folder.resolve("logs"), "a file where a folder should be");

        assertThat(up()).contains(folder.toString()).contains("--data DIR");
    }

    private String up(String... options) {
        StringWriter said = new StringWriter();
        String[] arguments = new String[options.length + 3];
        arguments[0] = "up";
        arguments[1] = "--data";
        arguments[2] = folder.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        int code = Aryz.commandLine()
                .setErr(new PrintWriter(said, true))
                .setOut(new PrintWriter(said, true))
                .execute(arguments);
        assertThat(code).isNotZero();
        return said.toString();
    }

    /** In a process of its own: this one was told by its build what Avro may instantiate. */
    @ParameterizedTest
    @ValueSource(strings = {"classify", "route"})
    void aDecisionCanBeTriedOutOnTheCommandLine(String command) throws IOException, InterruptedException {
        Process aryz = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Aryz.class.getName(),
                        command,
                        "--type",
                        "TORTURE",
                        "--region",
                        "KZ-75")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = aryz.inputReader()) {
            assertThat(said.lines()).anyMatch(line -> line.matches("class +A \\(TORTURE\\).*"));
        }
        assertThat(aryz.waitFor()).isZero();
    }

    @Test
    void aProcessEndsWhenItsStarterIsKilled() throws IOException {
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailStarter.class.getName(),
                        folder.toString())
                .redirectError(Redirect.INHERIT)
                .start();
        try (BufferedReader said = starter.inputReader()) {
            long child = Long.parseLong(said.readLine());
            assertThat(ProcessHandle.of(child)).isPresent();

            starter.destroyForcibly();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive), Optional::isEmpty);
        }
    }
}
