package kz.aryz.system.journey;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.Aryz;
import kz.aryz.quickstart.process.BrokerLock;
import kz.aryz.quickstart.up.LocalAryz;
import kz.aryz.quickstart.up.Protection;
import kz.aryz.system.FreeOffset;
import kz.aryz.system.Measurements;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.broker.Commands;
import kz.aryz.system.broker.Refused;
import kz.aryz.topic.Principal;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody at work under a name of their own, at a broker that grants what is planned and nothing else. */
class LockedJourneyTest {

    @TempDir
    private static Path folder;

    private static Addresses addresses;
    private static BrokerLock lock;
    private static LocalAryz aryz;
    private static int offset;
    private static Commands commands;
    private static Client client;
    private static Journeys journeys;

    @BeforeAll
    static void start() {
        offset = FreeOffset.find();
        addresses = Addresses.shifted(offset);
        lock = BrokerLock.in(folder);
        aryz = new LocalAryz(
                folder,
                addresses,
                Optional.empty(),
                new Protection(Optional.of(lock), false),
                SharedAryz.QUICK_RETRIES,
                line -> {});
        aryz.start();
        commands = new Commands(lock, addresses.bootstrapServers());
        client = new Client(Endpoints.of(addresses));
        journeys = new Journeys(client, PATIENCE);
    }

    /** At the end, when everybody has done all their work here. */
    @AfterAll
    static void lookForPasswordsAndStop() throws IOException {
        try {
            assertNoPasswordStandsInALogAMeasurementOrOnACommandLine();
        } finally {
            client.close();
            aryz.close();
        }
    }

    @Test
    void aComplaintReachesAQueueAndTheCommissionerAndNothingIsRefused() throws IOException {
        Receipt receipt = journeys.submit(Complaints.torture("WEB_FORM", "kk"));

        journeys.awaitArrival(receipt);
        confirm(receipt);
        assertNothingWasRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo --count 2 --json", "upgrade"})
    void whatIsForThisMachineFindsWhatToSignInWithInTheFolderOfData(String command) throws IOException {
        StringWriter said = new StringWriter();
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.addAll(List.of("--port-offset", String.valueOf(offset), "--data", folder.toString()));

        int code = Aryz.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(words.toArray(String[]::new));

        assertThat(code).as(said.toString()).isZero();
        assertNothingWasRefused();
    }

    private static void confirm(Receipt receipt) throws IOException {
        Alert alert = client.alertsAbout(receipt.complaintNumber()).getFirst();
        client.acknowledge(alert.obligationId());
        await().atMost(PATIENCE)
                .until(() -> client.alertsAbout(receipt.complaintNumber()).stream()
                        .noneMatch(open -> open.obligationId().equals(alert.obligationId())
                                && open.state().equals(alert.state())));
    }

    @Test
    void aRestartOfEveryServiceIsRefusedNothing() throws IOException {
        Stream.of(aryz.intake(), aryz.triage(), aryz.notifier()).forEach(service -> {
            service.stop(Duration.ofSeconds(15));
            service.startAndAwait(PATIENCE);
        });

        journeys.awaitArrival(journeys.submit(Complaints.torture("HOTLINE", "ru")));

        assertNothingWasRefused();
    }

    @Test
    void theUnitReadsItsQueueInAShareGroupOfItsOwn() throws Exception {
        Receipt receipt = journeys.submit(Complaints.torture("VISIT", "en"));
        journeys.awaitArrival(receipt);
        String unit = client.unitsOf(receipt.complaintNumber()).getFirst();
        String principals = lock.principals().toString();
        commands.as(Principal.ADMINISTRATOR, "principals", "apply", "--loopback", "--to", principals, "--unit", unit);
        Map<String, Object> clients = clients(Principal.unit(unit));
        String queue = Topics.queue(unit).name();
        beginWithTheFirst(clients, queue);

        clients.put(ConsumerConfig.GROUP_ID_CONFIG, queue);
        List<String> complaints = new ArrayList<>();
        try (ShareConsumer<String, byte[]> consumer =
                new KafkaShareConsumer<>(clients, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(queue));
            await().atMost(PATIENCE).until(() -> {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    complaints.add(record.key());
                }
                return !complaints.isEmpty();
            });
        }

        assertNothingWasRefused();
    }

    private static void beginWithTheFirst(Map<String, Object> clients, String group) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        List<AlterConfigOp> settings = Stream.of(
                        new ConfigEntry("share.auto.offset.reset", "earliest"),
                        new ConfigEntry("share.isolation.level", "read_committed"))
                .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                .toList();
        try (Admin admin = Admin.create(clients)) {
            admin.incrementalAlterConfigs(Map.of(resource, settings)).all().get();
        }
    }

    @Test
    void theCommandsDoTheirWorkUnderTheirOwnNames() throws IOException {
        String registry = addresses.registryUrl().toString();

        List<Commands.Outcome> outcomes = List.of(
                commands.as(Principal.OPERATOR, "reference", "apply", "--flush", "--registry", registry),
                commands.as(Principal.OPERATOR, "dead-letters", "list"),
                commands.as(Principal.RETRY, "dead-letters", "retry", "--all"),
                commands.as(Principal.TRIAGE, rotation("TRIAGE", "triage", "notifier", registry)),
                commands.as(Principal.NOTIFIER, rotation("COMMISSIONER", "notifier", "triage", registry)));

        assertThat(outcomes)
                .allSatisfy(
                        outcome -> assertThat(outcome.code()).as(outcome.said()).isZero());
        assertNothingWasRefused();
    }

    private static String[] rotation(String recipient, String holder, String other, String registry) {
        Path keys = folder.resolve("keys");
        return new String[] {
            "keys",
            "rotate",
            recipient,
            "--keys",
            keys.resolve(holder).toString(),
            "--public",
            keys.resolve("intake").toString(),
            "--public",
            keys.resolve(other).toString(),
            "--registry",
            registry
        };
    }

    private static void assertNoPasswordStandsInALogAMeasurementOrOnACommandLine() throws IOException {
        List<String> passwords = new ArrayList<>();
        Stream.concat(Principal.all().stream(), Stream.of(Principal.ADMINISTRATOR, new Principal("broker")))
                .forEach(principal -> passwords.add(lock.file(principal).password()));
        List<String> texts = new ArrayList<>(Measurements.of(addresses).values());
        try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
            for (Path log : logs.toList()) {
                texts.add(Files.readString(log));
            }
        }
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            texts.add(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")));
            texts.add(Files.readString(Path.of("/proc/" + process.pid() + "/environ")));
        }

        assertThat(texts)
                .hasSizeGreaterThan(10)
                .allSatisfy(text -> assertThat(text).doesNotContain(passwords));
    }

    private static void assertNothingWasRefused() throws IOException {
        assertThat(Refused.by(aryz.kafka())).isEmpty();
    }

    private static Map<String, Object> clients(Principal principal) {
        Map<String, Object> clients = new HashMap<>(lock.file(principal).clients());
        clients.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.bootstrapServers());
        return clients;
    }
}
