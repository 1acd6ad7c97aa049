package kz.aryz.system.backup;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalKafka;
import kz.aryz.schema.AccessEvent;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.system.Platform;
import kz.aryz.system.TimeBound;
import kz.aryz.system.TopicContents;
import kz.aryz.system.Uses;
import kz.aryz.system.shredding.Facts;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was put on record long ago comes back, and nobody can write for that day afterwards. */
@SuppressWarnings("NullAway.Init")
@Uses(Platform.class)
class RestoreTimeBoundTest {

    private static final Duration BOUND = Duration.ofHours(1);
    private static final String COMPLAINT = UUID.randomUUID().toString();
    private static final Instant LONG_AGO = Instant.parse("2022-01-05T10:00:00Z");

    @TempDir
    private static Path folder;

    @TempDir
    private Path empty;

    private LocalKafka kafka;

    @BeforeAll
    static void backUp() {
        try (LocalKafka original = LocalKafka.onFreePorts(Installation.find(), folder.resolve("original"));
                AvroSerdes serdes = AvroSerdes.from(Map.of(AvroSerdes.REGISTRY, registry()))) {
            original.startAndAwait(PATIENCE);
            String broker = original.bootstrapServers();
            Drill.command(0, "topics", "apply", "--bootstrap-server", broker);
            Drill.command(0, "schemas", "apply", "--registry", registry());
            TimeBound.at(broker).lift();
            try (Facts facts = new Facts(broker, serdes)) {
                facts.commissionerHolds(COMPLAINT, LONG_AGO);
            }
            Drill.command(
                    0,
                    "backup",
                    "--to",
                    data().toString(),
                    "--wrapped-keys",
                    folder.resolve("keys").toString(),
                    "--bootstrap-server",
                    broker,
                    "--registry",
                    registry());
        }
    }

    @BeforeEach
    void startAnEmptyBroker() {
        kafka = LocalKafka.onFreePorts(Installation.find(), empty);
        kafka.startAndAwait(PATIENCE);
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void whatIsOlderThanTheBoundIsRestoredAndTheBoundIsThereAgain() {
        restore(0);

        assertThat(new TopicContents(kafka.bootstrapServers(), Platform.shared().registry()).of(Topics.ACCESSES))
                .extracting(AccessEvent::getHeader)
                .singleElement()
                .satisfies(header -> assertThat(header.getComplaintId()).isEqualTo(COMPLAINT));
        assertThat(TimeBound.at(kafka.bootstrapServers()).now()).isEqualTo(BOUND);
    }

    /** A partition that would begin behind its end: the broker refuses that once the record is written. */
    @Test
    void theBoundIsThereAgainAfterARestorationThatFails() throws Exception {
        Path manifest = data().resolve("manifest.json");
        String whole = Files.readString(manifest);
        try {
            write(
                    manifest,
                    whole.replaceFirst(
                            "(\"topic\" : \"audit.accesses\",\\s+\"partition\" : \\d+,\\s+\"begin\" : )0", "$19"));

            assertThat(restore(1)).contains("OffsetOutOfRange");
        } finally {
            write(manifest, whole);
        }
        assertThat(TimeBound.at(kafka.bootstrapServers()).now()).isEqualTo(BOUND);
    }

    private String restore(int code) {
        return Drill.command(
                code,
                "restore",
                "--from",
                data().toString(),
                "--bootstrap-server",
                kafka.bootstrapServers(),
                "--registry",
                registry());
    }

    /** With the checksum of what is written. */
    private static void write(Path manifest, String text) throws Exception {
        Path sums = data().resolve("SHA256SUMS");
        Files.writeString(manifest, text);
        Files.writeString(
                sums,
                Files.readString(sums)
                        .replaceFirst("[0-9a-f]{64}(?=  manifest.json)", sum(Files.readAllBytes(manifest))));
    }

    private static String sum(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String registry() {
        return Platform.shared().registry().toString();
    }

    private static Path data() {
        return folder.resolve("data");
    }
}
