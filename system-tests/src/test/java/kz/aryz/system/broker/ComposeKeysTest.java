package kz.aryz.system.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.aryz.principal.ClientFile;
import kz.aryz.principal.Transport;
import kz.aryz.quickstart.Aryz;
import kz.aryz.topic.Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code setup} of {@code docker-compose.yml} does with keys: its own script, with a {@code java} that does nothing. */
class ComposeKeysTest {

    private static final List<String> SERVICES = List.of("intake", "triage", "notifier");

    @TempDir
    private Path folder;

    /** What {@code keys init} made at the first start. */
    private Path made = Path.of("");

    /** What is a volume each. */
    private Path volumes = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        made = folder.resolve("data/keys");
        volumes = folder.resolve("keys");
        PrintWriter ignored = new PrintWriter(new StringWriter());
        assertThat(Aryz.commandLine().setOut(ignored).execute("keys", "init", "--to", made.toString()))
                .isZero();
        for (String service : SERVICES) {
            Files.createDirectories(volumes.resolve(service));
        }
        Path principals = Files.createDirectories(volumes.resolve("principals"));
        for (Principal principal : List.of(Principal.INTAKE, Principal.TRIAGE, Principal.NOTIFIER)) {
            ClientFile.in(principals, principal).create(new Transport.Tls());
        }
        Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void theFirstStartHandsEachServiceItsOwn() throws Exception {
        assertThat(start().status()).isZero();

        for (String service : SERVICES) {
            Map<String, String> own = contents(made.resolve(service));
            assertThat(contents(volumes.resolve(service))).isNotEmpty().containsAllEntriesOf(own);
        }
        assertThat(contents(volumes).keySet())
                .filteredOn(file -> file.endsWith(".private.json"))
                .containsExactly("notifier/COMMISSIONER.private.json", "triage/TRIAGE.private.json");
        assertThat(volumes.resolve("intake/secret")).hasSameTextualContentAs(made.resolve("secret"));
        assertThat(Files.getPosixFilePermissions(volumes.resolve("notifier/COMMISSIONER.private.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void noStartPutsTheFirstKeysOverThoseThatWereRotated() throws Exception {
        start();
        Files.writeString(volumes.resolve("notifier/COMMISSIONER.private.json"), "rotated");
        Files.writeString(volumes.resolve("notifier/COMMISSIONER.public.json"), "rotated");
        Files.writeString(volumes.resolve("intake/secret"), "another");
        Map<String, String> rotated = contents(volumes);

        assertThat(start().status()).isZero();

        assertThat(contents(volumes)).isEqualTo(rotated);
    }

    @Test
    void whatBrokeOffIsTakenUp() throws Exception {
        start();
        Map<String, String> whole = contents(volumes);
        for (String late : List.of("triage/TRIAGE.public.json", "triage/TRIAGE.private.json", "intake/secret")) {
            Files.delete(volumes.resolve(late));
        }
        Files.createDirectories(volumes.resolve("triage/new"));
        Files.writeString(volumes.resolve("triage/new/TRIAGE.private.json"), "half of");

        assertThat(start().status()).isZero();

        assertThat(contents(volumes)).isEqualTo(whole);
    }

    @Test
    void whoLostTheirsIsNotGivenOlderOnesThanOthersHave() throws Exception {
        start();
        Files.writeString(volumes.resolve("intake/COMMISSIONER.public.json"), "rotated");
        clear(volumes.resolve("notifier"));

        Ended ended = start();

        assertThat(ended.status()).isNotZero();
        assertThat(ended.said()).contains("keys/notifier holds no keys", "keys/intake/COMMISSIONER.public.json");
        assertThat(contents(volumes.resolve("notifier"))).containsOnlyKeys("kafka.properties");
    }

    @Test
    void thoseOfTheFirstStartAreNotNeededOnceTheyWereHandedOut() throws Exception {
        start();
        Map<String, String> handedOut = contents(volumes);
        for (String service : SERVICES) {
            clear(made.resolve(service));
        }
        Files.delete(made.resolve("secret"));

        assertThat(start().status()).isZero();

        assertThat(contents(volumes)).isEqualTo(handedOut);
    }

    /** What came of it. */
    private record Ended(int status, String said) {}

    private Ended start() throws IOException, InterruptedException {
        String script = ComposeFile.read().commandOf("setup").replace("$$", "$");
        ProcessBuilder shell = new ProcessBuilder("sh", "-euc", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        shell.environment().put("CLIENTS", "broker-1:9092");
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static void clear(Path directory) throws IOException {
        for (String file : contents(directory).keySet()) {
            Files.delete(directory.resolve(file));
        }
    }

    /** Every file below, by its name. */
    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
