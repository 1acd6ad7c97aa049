package kz.aryz.system.rotation;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import kz.aryz.quickstart.Aryz;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalKafka;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Opener;
import kz.aryz.sealing.Opening;
import kz.aryz.sealing.Opening.Code;
import kz.aryz.sealing.Opening.Opened;
import kz.aryz.sealing.Opening.Refused;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.SealedSection;
import kz.aryz.sealing.Sealer;
import kz.aryz.sealing.Section;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.system.Platform;
import kz.aryz.system.Uses;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aryz keys rotate} as an operator runs it: keysets on disk, a broker of its own, a registry. */
@SuppressWarnings("NullAway.Init")
@Uses(Platform.class)
class KeysRotateTest {

    private static final Set<Recipient> BOTH = Set.of(Recipient.TRIAGE, Recipient.COMMISSIONER);

    @TempDir
    private static Path kafkaFolder;

    private static LocalKafka kafka;
    private static AvroSerdes serdes;
    private static KeyLog log;

    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();
    private Path keys;

    @BeforeAll
    static void start() {
        kafka = LocalKafka.onFreePorts(Installation.find(), kafkaFolder);
        kafka.startAndAwait(PATIENCE);
        serdes = AvroSerdes.from(
                Map.of(AvroSerdes.REGISTRY, Platform.shared().registry().toString()));
        log = new KeyLog(kafka.bootstrapServers(), serdes, Topics.KEYS);
    }

    @AfterAll
    static void stop() {
        log.close();
        serdes.close();
        kafka.close();
    }

    @BeforeEach
    void install() {
        keys = folder.resolve("keys");
        aryz("topics", "apply", "--bootstrap-server", kafka.bootstrapServers());
        aryz("schemas", "apply", "--registry", Platform.shared().registry().toString());
        assertThat(aryz("keys", "init", "--to", keys.toString())).isZero();
    }

    @AfterEach
    void forgetTheKeys() {
        log.rows().values().forEach(log::destroy);
    }

    @Test
    void everySectionStaysReadableWhenTheFormerKeyIsRetired() {
        List<SealedSection> before = sealMany(sealerOf("intake"), 20);
        SealedSection destroyed = sealMany(sealerOf("intake"), 1).getFirst();
        log.destroy(destroyed.key());
        Opener running = openerOf("triage", Recipient.TRIAGE);

        assertThat(rotate()).isZero();

        assertThat(printed.toString()).contains("re-wrapped     20");
        Map<String, WrappedKey> rotated = log.rows();
        assertThat(before)
                .allSatisfy(
                        section -> assertThat(open(running, rotated, section)).isInstanceOf(Opened.class));
        List<SealedSection> after = sealMany(sealerOf("intake"), 5);
        assertThat(rotate("--retire")).isZero();
        Map<String, WrappedKey> retired = log.rows();
        Opener triage = openerOf("triage", Recipient.TRIAGE);
        Opener commissioner = openerOf("notifier", Recipient.COMMISSIONER);
        assertThat(Stream.concat(before.stream(), after.stream())).allSatisfy(section -> {
            assertThat(open(triage, retired, section)).isInstanceOf(Opened.class);
            assertThat(open(commissioner, retired, section)).isInstanceOf(Opened.class);
        });
        assertThat(open(triage, retired, destroyed)).isEqualTo(new Refused<>(Code.NO_KEY));
    }

    @Test
    void aKeyIsNotRetiredWhileSomebodySealsForIt() {
        Sealer notRestarted = sealerOf("intake");
        assertThat(rotate()).isZero();
        List<SealedSection> late = sealMany(notRestarted, 3);

        assertThat(rotate("--retire")).isNotZero();

        assertThat(printed.toString()).contains("Not retired");
        assertThat(rotate("--retire")).isZero();
        Map<String, WrappedKey> rows = log.rows();
        Opener triage = openerOf("triage", Recipient.TRIAGE);
        assertThat(late)
                .allSatisfy(section -> assertThat(open(triage, rows, section)).isInstanceOf(Opened.class));
    }

    @Test
    void itNamesEverybodyWhoSealsWhenItIsTimeToRestartThem() {
        Sealer notRestarted = sealerOf("triage");

        assertThat(rotate()).isZero();

        assertThat(printed.toString()).contains("(intake-service, triage-streams, notifier) goes on with the former");
        sealMany(notRestarted, 1);
        assertThat(rotate("--retire")).isNotZero();
        assertThat(printed.toString()).contains("Restart whoever seals (intake-service, triage-streams, notifier)");
    }

    @Test
    void aDryRunChangesNeitherKeysetsNorTheTopic() throws IOException {
        sealMany(sealerOf("intake"), 7);
        Map<String, String> files = contents();
        int messages = log.messages().size();

        assertThat(rotate("--dry-run")).isZero();

        assertThat(printed.toString()).contains("would make a new key").contains("would re-wrap  7");
        assertThat(contents()).isEqualTo(files);
        assertThat(log.messages()).hasSize(messages);
    }

    @Test
    void aKeyThatIsOnlyPreparedIsUsedWhenTheRotationGoesOn() throws IOException {
        sealMany(sealerOf("intake"), 7);
        String handedOut = Files.readString(keys.resolve("intake/TRIAGE.public.json"));
        int messages = log.messages().size();
        assertThat(rotate("--prepare")).isZero();
        assertThat(keys.resolve("intake/TRIAGE.public.json")).hasContent(handedOut);
        assertThat(log.messages()).hasSize(messages);

        assertThat(rotate()).isZero();

        assertThat(printed.toString()).contains("going on with key").contains("re-wrapped     7");
        assertThat(keys.resolve("intake/TRIAGE.public.json")).content().isNotEqualTo(handedOut);
    }

    @Test
    void aRotationThatIsRepeatedMakesNoSecondKeyAndWritesNothing() throws IOException {
        sealMany(sealerOf("intake"), 7);
        assertThat(rotate()).isZero();
        Map<String, String> files = contents();
        int messages = log.messages().size();

        assertThat(rotate()).isZero();

        assertThat(printed.toString()).contains("going on with key").contains("re-wrapped     0");
        assertThat(contents()).isEqualTo(files);
        assertThat(log.messages()).hasSize(messages);
    }

    private int rotate(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "keys",
                "rotate",
                "TRIAGE",
                "--keys",
                keys.resolve("triage").toString(),
                "--public",
                keys.resolve("intake").toString(),
                "--public",
                keys.resolve("notifier").toString(),
                "--bootstrap-server",
                kafka.bootstrapServers(),
                "--registry",
                Platform.shared().registry().toString()));
        arguments.addAll(List.of(more));
        return aryz(arguments.toArray(String[]::new));
    }

    private int aryz(String... arguments) {
        return Aryz.commandLine()
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true))
                .execute(arguments);
    }

    private Sealer sealerOf(String service) {
        return Keysets.load(keys.resolve(service).toUri()).sealer(Clock.systemUTC());
    }

    private Opener openerOf(String service, Recipient recipient) {
        return Keysets.load(keys.resolve(service).toUri()).opener(recipient);
    }

    private static List<SealedSection> sealMany(Sealer sealer, int complaints) {
        return Stream.generate(() -> UUID.randomUUID().toString())
                .limit(complaints)
                .map(id -> sealer.seal(id, Section.NOTE, new NoteSection(id), BOTH))
                .peek(section -> log.put(section.key()))
                .toList();
    }

    private static Opening<NoteSection> open(Opener opener, Map<String, WrappedKey> rows, SealedSection section) {
        WrappedKey row = rows.get(section.sealed().getKeyRef());
        return opener.open(section.key().getComplaintId(), Section.NOTE, section.sealed(), row);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(keys)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(".lock")) {
                    contents.put(file.toString(), Files.readString(file));
                }
            }
        }
        return contents;
    }
}
