package kz.aryz.system;

import static kz.aryz.system.Patience.PATIENCE;
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
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.Aryz;
import kz.aryz.quickstart.process.FreePort;
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
    void thePortOfTheIdentityProviderIsOneOfThem() throws IOException {
        int offset = FreeOffset.find();
        int port = Addresses.shifted(offset).identityProvider();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {

            String said = up("--port-offset", String.valueOf(offset));

            assertThat(said).contains("Port " + taken.getLocalPort() + ", which the identity provider needs");
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsNamedWithARemedy() throws IOException {
        Files.writeString(folder.resolve("logs"), "a file where a folder should be");

        assertThat(up()).contains(folder.toString()).contains("--data DIR");
    }

    @ParameterizedTest
    @ValueSource(ints = {-3025, 56_443, Integer.MAX_VALUE})
    void anOffsetThatLeadsToNoPortIsRefusedWithThoseThatDo(int offset) {
        assertThat(up("--port-offset", String.valueOf(offset))).contains("choose a number from -3024 to 56442");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "mail", "upgrade"})
    void whatWantsARunningAryzSaysHowToStartOne(String command) {
        String said = refused(command, "--port-offset", String.valueOf(FreeOffset.find()));

        assertThat(said).contains("./aryz up").doesNotContain("Exception");
    }

    @Test
    void aRegistryThatIsAwayIsNamedWithARemedy() {
        String address = "http://127.0.0.1:" + FreePort.find();

        String said = refused("schemas", "check", "--registry", address + "/apis/registry/v3");

        assertThat(said).contains(address).contains("--registry").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics apply", "dead-letters list"})
    void aBrokerThatIsAwayIsAnsweredWithARemedy(String command) throws IOException {
        Path soon = Files.writeString(folder.resolve("soon"), "request.timeout.ms=2000\ndefault.api.timeout.ms=3000\n");
        String[] words =
                (command + " --config " + soon + " --bootstrap-server 127.0.0.1:" + FreePort.find()).split(" ", -1);

        assertThat(refused(words)).contains("--bootstrap-server").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "up --version", "topics apply --version"})
    void everyCommandTellsItsVersion(String command) {
        StringWriter said = new StringWriter();

        int code = Aryz.commandLine().setOut(new PrintWriter(said, true)).execute(command.split(" ", -1));

        assertThat(code).isZero();
        assertThat(said.toString()).startsWith("aryz ");
    }

    private String up(String... options) {
        return refused(Stream.concat(Stream.of("up", "--data", folder.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private static String refused(String... arguments) {
        StringWriter said = new StringWriter();
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

            await().atMost(PATIENCE)
                    .until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive), Optional::isEmpty);
        }
    }
}
