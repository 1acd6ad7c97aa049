package kz.aryz.system.backup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.quickstart.up.Setup;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.WrappedKey;
import kz.aryz.serde.AvroBinary;
import kz.aryz.system.canary.Canary;
import kz.aryz.system.canary.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class RestoreDrillTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static Drill drill;

    @BeforeAll
    static void run() throws IOException {
        drill = new Drill(folder);
        drill.run();
    }

    @AfterAll
    static void end() {
        drill.close();
    }

    @Test
    void theQueuesAreTheSame() throws IOException {
        assertThat(drill.queuesBefore()).hasSize(3);
        assertThat(drill.sight().queues(drill::isSettled)).isEqualTo(drill.queuesBefore());
    }

    @Test
    void theDutiesToTellAreTheSame() throws IOException {
        assertThat(drill.dutiesBefore()).hasSize(2);
        assertThat(drill.sight().duties(Set.of(drill.number("told"), drill.number("confirmed"))::contains))
                .isEqualTo(drill.dutiesBefore());
    }

    @Test
    void whatHappenedIsTheSameAndEveryChainGoesOn() throws NoSuchAlgorithmException {
        List<CaseEvent> events = drill.events();

        assertThat(events).containsAll(drill.eventsBefore());
        for (List<CaseEvent> chain : events.stream()
                .collect(groupingBy(event -> event.getHeader().getComplaintId()))
                .values()) {
            assertThat(chain.getFirst().getHeader().getPrevHash()).isNull();
            for (int position = 1; position < chain.size(); position++) {
                assertThat(chain.get(position).getHeader().getSeq()).isEqualTo(position + 1L);
                assertThat(chain.get(position).getHeader().getPrevHash()).isEqualTo(hash(chain.get(position - 1)));
            }
        }
    }

    private static ByteBuffer hash(CaseEvent event) throws NoSuchAlgorithmException {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(AvroBinary.encode(event)));
    }

    /** A mail whose receipt the server confirms too late goes out again, but it is the same one. */
    @Test
    void whatWasToldIsNotToldAgainAndWhatWasNotIsToldInOneMessage() throws IOException {
        drill.submitAfter("new");

        for (String name : List.of("unsent", "late", "new")) {
            await().atMost(PATIENCE)
                    .ignoreException(IOException.class)
                    .untilAsserted(() -> assertThat(messageIds(name)).hasSize(1));
        }
        for (String name : List.of("told", "confirmed")) {
            assertThat(drill.client().mailsAbout(drill.number(name))).isEmpty();
        }
    }

    private static Set<String> messageIds(String name) throws IOException {
        return drill.client().mailsAbout(drill.number(name)).stream()
                .map(ReceivedMail::messageId)
                .collect(toUnmodifiableSet());
    }

    @Test
    void whatCameInBeforeTheBackupIsHandledAfterIt() {
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(drill.sight().queues(drill.number("late")::equals))
                        .hasSize(1));
    }

    @Test
    void aRepetitionGetsTheAnswerThatTheFirstOneGot() {
        for (String name : List.of("told", "confirmed", "unsent", "late")) {
            assertThat(drill.again(name)).isEqualTo(drill.receipt(name));
        }
    }

    @Test
    void aKeyWhoseDestructionIsOnRecordDoesNotComeBackFromAnOlderCopy() {
        assertThat(drill.keys("told")).extracting(WrappedKey::getSection).containsExactly("account");
        assertThat(drill.keys("confirmed"))
                .extracting(WrappedKey::getSection)
                .containsExactlyInAnyOrder("identity", "account");
        assertThat(drill.said()).contains("destroyed     data keys that are left out, as is on record: 1");
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsWritten() {
        assertThat(drill.saidOfDamage()).contains("cases.events-3.avro", "Nothing was restored");
        assertThat(drill.said()).contains("each was read back");
    }

    @Test
    void nothingIsRestoredOverWhatIsThere() {
        String said = Drill.command(
                1,
                "restore",
                "--from",
                drill.data().toString(),
                "--bootstrap-server",
                drill.addresses().bootstrapServers(),
                "--registry",
                drill.addresses().registryUrl().toString());

        assertThat(said).contains("This cluster is in use", "Nothing was changed");
    }

    @Test
    void noNewKeysAreMadeForWhatWasRestored() {
        Path keys = folder.resolve("new-keys");

        assertThatThrownBy(
                        () -> new Setup(line -> {}).keys(keys, drill.addresses().bootstrapServers()))
                .hasMessageContaining("No keys are in " + keys);

        assertThat(keys).doesNotExist();
    }

    @Test
    void noBackupIsTakenWhileServicesWork() {
        Path to = folder.resolve("too-early");

        String said = Drill.command(
                1,
                "backup",
                "--to",
                to.toString(),
                "--wrapped-keys",
                to + "-keys",
                "--patience",
                "0",
                "--bootstrap-server",
                drill.addresses().bootstrapServers(),
                "--registry",
                drill.addresses().registryUrl().toString());

        assertThat(said).contains("notifier", "triage-streams", "Stop triage-streams and notifier");
        assertThat(to).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void nobodyElseMayReadABackup() throws IOException {
        for (Path part : List.of(drill.data(), drill.wrappedKeys())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)))
                    .isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(part)) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void whatWasSaidInConfidenceIsInNeitherPart() throws IOException {
        List<Canary> confidential = new ArrayList<>();
        confidential.add(new Canary(drill.narrative()));
        for (String name : List.of("told", "confirmed", "unsent", "late")) {
            confidential.add(new Canary(drill.receipt(name).receiptKey()));
        }
        List<Canary> numbers = List.of(new Canary(drill.number("told")));

        for (Path part : List.of(drill.data(), drill.wrappedKeys())) {
            assertThat(Trace.of(confidential, PartTraces.of(part))).isEmpty();
        }
        assertThat(Trace.of(numbers, PartTraces.of(drill.data())))
                .as("what is no secret")
                .isNotEmpty();
    }

    @Test
    void wrappedKeysAreInTheirOwnPartAlone() throws IOException {
        try (Stream<Path> files = Files.list(drill.data())) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("complaints.keys"));
        }
        try (Stream<Path> files = Files.list(drill.wrappedKeys())) {
            assertThat(files.filter(file -> file.toString().endsWith(".avro")))
                    .isNotEmpty()
                    .allMatch(file -> file.getFileName().toString().startsWith("complaints.keys-"));
        }
    }
}
