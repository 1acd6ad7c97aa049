package kz.aryz.system.backup;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
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
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How brokers keep topics after a restoration. What was put on record long ago comes back, and nobody can write for that day
 * afterwards; what is compacted is compacted again, whatever was left by a restoration that broke off.
 */
@SuppressWarnings("NullAway.Init")
@Uses(Platform.class)
class RestoredTopicsTest {

    private static final Duration BOUND = Duration.ofHours(1);
    private static final String COMPLAINT = UUID.randomUUID().toString();
    private static final Instant LONG_AGO = Instant.parse("2022-01-05T10:00:00Z");

    private static final String STORE = "triage-streams-cases-changelog";
    private static final String CLEAN_UP = TopicConfig.CLEANUP_POLICY_CONFIG;
    private static final Map<String, String> COMPACTED = Map.of(CLEAN_UP, TopicConfig.CLEANUP_POLICY_COMPACT);
    private static final Map<String, String> AS_IF_BROKEN_OFF =
            Map.of(CLEAN_UP, TopicConfig.CLEANUP_POLICY_DELETE, TopicConfig.RETENTION_MS_CONFIG, "-1");

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
            make(STORE, COMPACTED, broker);
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

    @Test
    void whatIsBehindAStoreIsCompactedAgainWhateverTheBrokersKeptBefore() throws Exception {
        make(STORE, AS_IF_BROKEN_OFF, kafka.bootstrapServers());

        restore(0);

        assertThat(cleanUpOf(STORE)).isEqualTo(TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    @Test
    void whatIsCompactedIsSoAgainAfterARestoration() throws Exception {
        restore(0);

        for (String topic : List.of(Topics.KEYS.name(), STORE)) {
            assertThat(cleanUpOf(topic)).isEqualTo(TopicConfig.CLEANUP_POLICY_COMPACT);
        }
    }

    @Test
    void aClusterWhoseRestorationBrokeOffBeforeTheFirstRecordIsNotTakenForAnEmptyOne() throws Exception {
        make(Topics.KEYS.name(), AS_IF_BROKEN_OFF, kafka.bootstrapServers());

        assertThat(restore(1))
                .contains(Topics.KEYS.name() + " [", "cleanup.policy is delete, wanted compact", "Nothing was changed");

        try (Admin admin = admin(kafka.bootstrapServers())) {
            assertThat(admin.listTopics().names().get()).doesNotContain(STORE, Topics.ACCESSES.name());
        }
    }

    private static void make(String topic, Map<String, String> settings, String broker) {
        try (Admin admin = admin(broker)) {
            NewTopic made = new NewTopic(topic, 12, (short) 1).configs(settings);
            admin.createTopics(List.of(made)).all().get();
            await().until(() -> admin.listTopics().names().get().contains(topic));
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String cleanUpOf(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = admin(kafka.bootstrapServers())) {
            Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            return Objects.requireNonNull(config).get(CLEAN_UP).value();
        }
    }

    private static Admin admin(String broker) {
        return Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker));
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
