package kz.aryz.system.backup;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.aryz.principal.ClientFile;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.Aryz;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.quickstart.process.BrokerLock;
import kz.aryz.quickstart.up.LocalAryz;
import kz.aryz.quickstart.up.Protection;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.WrappedKey;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.shredding.ShredCommand;
import kz.aryz.system.Http;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.TopicContents;
import kz.aryz.system.broker.Commands;
import kz.aryz.system.journey.Client;
import kz.aryz.system.journey.Complaints;
import kz.aryz.system.journey.Endpoints;
import kz.aryz.system.journey.Receipt;
import kz.aryz.system.shredding.Facts;
import kz.aryz.topic.Principal;
import kz.aryz.topic.Topics;
import picocli.CommandLine;

/**
 * A drill: an Aryz with a locked broker has complaints in every state, is backed up under the name that is made for it while
 * intake goes on, and ends; another one is made of the backup, in an empty folder, with the keys of the first. Between a first
 * backup and that one an identity is destroyed, and what is restored has the wrapped keys of the first.
 */
final class Drill implements AutoCloseable {

    private static final Duration TO_STOP = Duration.ofSeconds(15);

    private final Path folder;
    private final Http http = new Http();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private final Map<String, ObjectNode> complaints = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    private Map<String, JsonNode> queuesBefore = Map.of();
    private Map<String, JsonNode> dutiesBefore = Map.of();
    private List<CaseEvent> eventsBefore = List.of();
    private String said = "";
    private String saidOfDamage = "";
    private Optional<Restored> restored = Optional.empty();

    Drill(Path folder) {
        this.folder = folder;
    }

    /** Does all of it. */
    void run() throws IOException {
        backUp();
        damage();
        restore();
    }

    private void backUp() throws IOException {
        Addresses addresses = Addresses.free();
        BrokerLock lock = new BrokerLock(original().resolve("principals"));
        Protection protection = new Protection(Optional.of(lock), false);
        try (LocalAryz aryz = new LocalAryz(
                        original(), addresses, Optional.empty(), protection, SharedAryz.QUICK_RETRIES, line -> {});
                Client before = new Client(Endpoints.of(addresses))) {
            aryz.start();
            work(aryz, before, new Sight(http, addresses));
            eventsBefore = new TopicContents(
                            addresses.bootstrapServers(), addresses.registryUrl(), lock.administrator())
                    .of(Topics.CASE_EVENTS);
            aryz.triage().stop(TO_STOP);
            aryz.notifier().stop(TO_STOP);
            submit(before, "late");
            backUp(lock, addresses, folder.resolve("first"), olderKeys());
            destroy(lock, addresses);
            backUp(lock, addresses, data(), wrappedKeys());
        }
    }

    private static void backUp(BrokerLock lock, Addresses addresses, Path data, Path wrappedKeys) {
        Commands.Outcome outcome = new Commands(lock, addresses.bootstrapServers())
                .as(
                        Principal.BACKUP,
                        "backup",
                        "--to",
                        data.toString(),
                        "--wrapped-keys",
                        wrappedKeys.toString(),
                        "--registry",
                        addresses.registryUrl().toString(),
                        "--patience",
                        "120");
        assertThat(outcome.code()).as(outcome.said()).isZero();
    }

    /** Under the name that is made for it and no other, when the time to think again is over. */
    private void destroy(BrokerLock lock, Addresses addresses) {
        String registry = addresses.registryUrl().toString();
        try (AvroSerdes serdes = AvroSerdes.from(Map.of(AvroSerdes.REGISTRY, registry));
                Facts facts = new Facts(addresses.bootstrapServers(), serdes, lock.administrator())) {
            Instant approved = Instant.now();
            facts.commissionerApproves(idBefore("told"), approved, "COURT_ORDER", "identity");
            facts.prosecutorApproves(idBefore("told"), approved, "COURT_ORDER", "identity");
            Clock later = Clock.fixed(approved.plus(Duration.ofDays(31)), ZoneOffset.UTC);
            for (Principal other : List.of(Principal.TRIAGE, Principal.NOTIFIER)) {
                assertThat(shred(later, 1, lock.file(other), addresses)).contains("authorization failed");
            }
            assertThat(shred(later, 0, lock.file(Principal.SHREDDER), addresses))
                    .contains("/identity/");
        }
    }

    private String shred(Clock clock, int code, ClientFile signIn, Addresses addresses) {
        return command(
                new CommandLine(new ShredCommand(clock)),
                code,
                number("told"),
                "--section",
                "identity",
                "--bootstrap-server",
                addresses.bootstrapServers(),
                "--config",
                signIn.path().toString(),
                "--registry",
                addresses.registryUrl().toString());
    }

    private String idBefore(String name) {
        return eventsBefore.stream()
                .filter(event -> event.getRegistered() != null)
                .filter(event -> event.getRegistered().getComplaintNumber().equals(number(name)))
                .map(event -> event.getHeader().getComplaintId())
                .findFirst()
                .orElseThrow();
    }

    /** One complaint is told of, one is confirmed too, and of one the mail cannot go out. */
    private void work(LocalAryz aryz, Client before, Sight sight) throws IOException {
        submit(before, "told");
        submit(before, "confirmed");
        awaitMail(before, "told");
        awaitMail(before, "confirmed");
        String duty =
                sight.duties(number("confirmed")::equals).keySet().iterator().next();
        before.acknowledge(duty);
        aryz.mail().orElseThrow().stop(TO_STOP);
        submit(before, "unsent");
        await().atMost(PATIENCE).ignoreException(IOException.class).untilAsserted(() -> {
            assertThat(sight.duties(number("unsent")::equals)).hasSize(1);
            assertThat(sight.queues(this::isSettled)).hasSize(3);
            assertThat(sight.duties(number("confirmed")::equals).toString()).contains("ACKNOWLEDGED");
        });
        queuesBefore = sight.queues(this::isSettled);
        dutiesBefore = sight.duties(Set.of(number("told"), number("confirmed"))::contains);
    }

    private void submit(Client to, String name) {
        ObjectNode complaint = Complaints.torture("HOTLINE", "ru");
        String key = UUID.randomUUID().toString();
        complaints.put(name, complaint);
        keys.put(name, key);
        receipts.put(name, to.submit(complaint, key));
    }

    private void awaitMail(Client from, String name) {
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(from.mailsAbout(number(name)).stream()
                                .map(ReceivedMail::messageId)
                                .distinct())
                        .hasSize(1));
    }

    /** Whether a complaint had come to its queue before the backup. */
    boolean isSettled(String number) {
        return Stream.of("told", "confirmed", "unsent").map(this::number).anyMatch(number::equals);
    }

    /** A copy of which a byte has changed is tried first, on the folder that the other one goes to. */
    private void damage() throws IOException {
        Path copy = folder.resolve("damaged");
        copyFolder(data(), copy);
        Path file = copy.resolve(Topics.CASE_EVENTS.name() + "-3.avro");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        saidOfDamage = command(1, "restore", "--data", drill().toString(), "--from", copy.toString());
    }

    private void restore() throws IOException {
        copyFolder(original().resolve("keys"), drill().resolve("keys"));
        said = command(
                0,
                "restore",
                "--data",
                drill().toString(),
                "--from",
                data().toString(),
                "--wrapped-keys",
                olderKeys().toString());
        Restored other = Restored.in(drill());
        restored = Optional.of(other);
        other.aryz().start();
    }

    /** The other Aryz, and who talks to it. */
    private record Restored(LocalAryz aryz, Addresses addresses, Client client) implements AutoCloseable {

        static Restored in(Path folder) {
            Addresses addresses = Addresses.free();
            return new Restored(
                    new LocalAryz(folder, addresses, Optional.empty(), SharedAryz.QUICK_RETRIES, line -> {}),
                    addresses,
                    new Client(Endpoints.of(addresses)));
        }

        TopicContents contents() {
            return new TopicContents(addresses.bootstrapServers(), addresses.registryUrl());
        }

        @Override
        public void close() {
            client.close();
            aryz.close();
        }
    }

    /** What a command said that ended with the code. */
    static String command(int code, String... arguments) {
        return command(Aryz.commandLine(), code, arguments);
    }

    private static String command(CommandLine command, int code, String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output, true);
        int ended = command.setOut(writer).setErr(writer).execute(arguments);
        assertThat(ended).as(output.toString()).isEqualTo(code);
        return output.toString();
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            paths.forEach(path -> {
                try {
                    Path copy = to.resolve(from.relativize(path).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    Path data() {
        return folder.resolve("backup");
    }

    Path wrappedKeys() {
        return folder.resolve("backup-keys");
    }

    /** Taken before the identity of a complaint was destroyed. */
    private Path olderKeys() {
        return folder.resolve("first-keys");
    }

    private Path original() {
        return folder.resolve("original");
    }

    private Path drill() {
        return folder.resolve("drill");
    }

    String number(String name) {
        return receipt(name).complaintNumber();
    }

    Receipt receipt(String name) {
        return Objects.requireNonNull(receipts.get(name));
    }

    /** What every one of them says. */
    String narrative() {
        return complaint("told").path("narrative").asText();
    }

    /** Sends the same complaint once more, under the same idempotency key. */
    Receipt again(String name) {
        return client().submit(complaint(name), Objects.requireNonNull(keys.get(name)));
    }

    private ObjectNode complaint(String name) {
        return Objects.requireNonNull(complaints.get(name));
    }

    /** Hands a complaint in that has not been there before. */
    void submitAfter(String name) {
        submit(client(), name);
    }

    private Restored restored() {
        return restored.orElseThrow();
    }

    Client client() {
        return restored().client();
    }

    Addresses addresses() {
        return restored().addresses();
    }

    Sight sight() {
        return new Sight(http, addresses());
    }

    Map<String, JsonNode> queuesBefore() {
        return queuesBefore;
    }

    Map<String, JsonNode> dutiesBefore() {
        return dutiesBefore;
    }

    List<CaseEvent> eventsBefore() {
        return eventsBefore;
    }

    List<CaseEvent> events() {
        return restored().contents().of(Topics.CASE_EVENTS);
    }

    /** The rows of data keys of a complaint that were restored, or came since. */
    List<WrappedKey> keys(String name) {
        return restored().contents().of(Topics.KEYS).stream()
                .filter(key -> key.getComplaintId().equals(idBefore(name)))
                .toList();
    }

    /** What the restoration said. */
    String said() {
        return said;
    }

    /** What it said to a backup that is damaged. */
    String saidOfDamage() {
        return saidOfDamage;
    }

    @Override
    public void close() {
        http.close();
        restored.ifPresent(Restored::close);
    }
}
