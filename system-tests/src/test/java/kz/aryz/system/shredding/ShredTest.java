package kz.aryz.system.shredding;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kz.aryz.id.ComplaintNumber;
import kz.aryz.id.PermanentSecret;
import kz.aryz.quickstart.Aryz;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalKafka;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.KeyDestroyed;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Registered;
import kz.aryz.schema.Routed;
import kz.aryz.schema.Triaged;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.Section;
import kz.aryz.sealing.rotation.Renewal;
import kz.aryz.sealing.rotation.Rewrapping;
import kz.aryz.sealing.rotation.RotationClients;
import kz.aryz.serde.AvroBinary;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.shredding.ShredCommand;
import kz.aryz.system.Platform;
import kz.aryz.system.TimeBound;
import kz.aryz.system.TopicContents;
import kz.aryz.system.Uses;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code aryz shred} as an operator runs it: a broker of its own, a registry, and what others put on record. */
@SuppressWarnings("NullAway.Init")
@Uses(Platform.class)
class ShredTest {

    private static final PermanentSecret SECRET =
            PermanentSecret.of("a secret of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private static Path kafkaFolder;

    private static LocalKafka kafka;
    private static AvroSerdes serdes;
    private static Facts facts;

    private final Instant today = Instant.now();
    private final Instant received = today.minus(Duration.ofDays(60));
    private final Instant approved = today.minus(Duration.ofDays(40));
    private final Instant since = today.minus(Duration.ofDays(35));
    private final Instant lastYear = today.minus(Duration.ofDays(365));
    private final Keysets keysets = Keysets.generate();
    private final String complaintId = UUID.randomUUID().toString();
    private final StringWriter printed = new StringWriter();

    @BeforeAll
    static void start() {
        kafka = LocalKafka.onFreePorts(Installation.find(), kafkaFolder);
        kafka.startAndAwait(PATIENCE);
        String registry = Platform.shared().registry().toString();
        serdes = AvroSerdes.from(Map.of(AvroSerdes.REGISTRY, registry));
        facts = new Facts(kafka.bootstrapServers(), serdes);
        StringWriter said = new StringWriter();
        for (List<String> command : List.of(
                List.of("topics", "apply", "--bootstrap-server", kafka.bootstrapServers()),
                List.of("schemas", "apply", "--registry", registry),
                List.of(
                        "reference",
                        "apply",
                        "--bootstrap-server",
                        kafka.bootstrapServers(),
                        "--registry",
                        registry))) {
            assertThat(aryz(said, command)).as(said.toString()).isZero();
        }
        TimeBound.at(kafka.bootstrapServers()).lift();
    }

    @AfterAll
    static void stop() {
        facts.close();
        serdes.close();
        kafka.close();
    }

    @Test
    void destroysTheKeysOfTheSectionAndOfNoOtherAndLeavesARecordOfIt() throws Exception {
        ComplaintNumber number = complaint(AllegationClass.A);
        WrappedKey identity = seal("identity", received);
        WrappedKey supplement = seal("identity", received.plus(Duration.ofDays(1)));
        WrappedKey account = seal("account", received);
        approvedByBoth("COURT_ORDER", "identity");
        List<AccessEvent> before = accesses();

        int code = shred(number.text(), "--section", "identity");

        assertThat(code).as(printed.toString()).isZero();
        assertThat(keysThatThereAre()).containsExactly(KeyReference.of(account));
        assertThat(printed.toString()).contains("disks within 26 hours", "in a dead letter after up to seven days");
        AccessEvent event = accesses().getLast();
        assertThat(event.getKind()).isEqualTo(AccessEventKind.KEY_DESTROYED);
        assertThat(event.getHeader().getActorRef()).isEqualTo("shredder");
        KeyDestroyed destroyed = event.getKeyDestroyed();
        assertThat(destroyed.getSections()).containsExactly("identity");
        assertThat(destroyed.getKeyRefs())
                .containsExactlyInAnyOrder(KeyReference.of(identity), KeyReference.of(supplement));
        assertThat(destroyed.getApprovals())
                .containsExactlyElementsOf(before.stream()
                        .map(AccessEvent::getHeader)
                        .map(EventHeader::getEventId)
                        .toList());
        assertThat(destroyed.getAllegationClass()).isEqualTo(AllegationClass.A);
        assertThat(destroyed.getLegalHoldCheckHash()).isEqualTo(digest(before));
    }

    @Test
    void aSecondRunHasNothingToDoAndWritesNothing() {
        complaint(AllegationClass.A);
        seal("identity", received);
        approvedByBoth("COURT_ORDER", "identity");
        assertThat(shred(complaintId, "--section", "identity")).isZero();

        assertThat(shred(complaintId, "--section", "identity")).isZero();

        assertThat(printed.toString()).contains("nothing to destroy");
        assertThat(accesses()).extracting(AccessEvent::getKind).containsOnlyOnce(AccessEventKind.KEY_DESTROYED);
    }

    @Test
    void whatCameAfterTheApprovalsStaysUntilItIsApprovedToo() {
        complaint(AllegationClass.C);
        seal("identity", received);
        approvedByBoth("DATA_SUBJECT_REQUEST", "identity");
        WrappedKey later = seal("identity", approved.plus(Duration.ofDays(1)));

        assertThat(shred(complaintId, "--section", "identity")).isOne();
        assertThat(keysThatThereAre()).containsExactly(KeyReference.of(later));
        assertThat(printed.toString()).contains("left       " + KeyReference.of(later));
        facts.commissionerApproves(complaintId, since, "DATA_SUBJECT_REQUEST", "identity");
        assertThat(shred(complaintId, "--section", "identity")).isOne();
        assertThat(keysThatThereAre()).hasSize(1);
        facts.prosecutorApproves(complaintId, since, "DATA_SUBJECT_REQUEST", "identity");
        assertThat(shred(complaintId, "--section", "identity")).isZero();

        assertThat(keysThatThereAre()).isEmpty();
    }

    @Test
    void aRefusalSaysWhyAndLeavesEveryKey() {
        complaint(AllegationClass.UNKNOWN);
        seal("identity", received);
        facts.commissionerHolds(complaintId, approved);
        facts.commissionerApproves(complaintId, today, "RETENTION_OVER", "identity");

        int code = shred(complaintId, "--section", "identity");

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString())
                .contains("refused    LEGAL_HOLD: ")
                .contains("refused    NOT_APPROVED_BY_ANOTHER_BODY: ");
        assertNothingHappened();
    }

    @Test
    void aRefusalForProgramsNamesTheGuards() {
        complaint(AllegationClass.B);
        seal("identity", received);
        approvedByBoth("RETENTION_OVER", "identity");

        int code = shred(complaintId, "--section", "identity", "--json");

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString()).contains("\"REFUSED\"").contains("[\"NO_ORDER\"]");
        assertNothingHappened();
    }

    @Test
    void anApprovalOfWhomTheComplaintExcludesDoesNotCountWhateverTheRecordSays() {
        complaint(AllegationClass.A);
        seal("identity", received);
        facts.commissionerApproves(complaintId, approved, "COURT_ORDER", "identity");
        facts.prosecutorApproves(
                complaintId, approved, List.of("PROS_KZ-75", "MIA_DP_KZ-75"), "COURT_ORDER", "identity");

        assertThat(shred(complaintId, "--section", "identity")).isEqualTo(1);

        assertThat(printed.toString()).contains("NOT_APPROVED_BY_ANOTHER_BODY");
        assertNothingHappened();
    }

    @Test
    void anApprovalThatClaimsToBeOlderThanItsRecordIsAsYoungAsTheRecord() {
        complaint(AllegationClass.A);
        seal("identity", received);
        facts.commissionerApproves(complaintId, approved, "COURT_ORDER", "identity");
        AccessEvent backdated = accesses().getFirst();
        backdated.getHeader().setEventId(UUID.randomUUID().toString());
        backdated.getHeader().setActorRef("prosecutor");
        backdated.getDestructionApproved().setRole("supervising-prosecutor");
        backdated.getDestructionApproved().setUnits(List.of(Facts.UNIT));
        backdated.getDestructionApproved().setBodies(List.of("PROS_KZ-75"));
        facts.put(Topics.ACCESSES, complaintId, complaintId, today, backdated);

        assertThat(shred(complaintId, "--section", "identity")).isEqualTo(1);

        assertThat(printed.toString()).contains("COOLING_OFF");
        assertNothingHappened();
    }

    @Test
    void anApprovalThatIsSentAgainAfterItsTimeIsAsOldAsItWas() {
        complaint(AllegationClass.A);
        seal("identity", lastYear.minus(Duration.ofDays(1)));
        facts.commissionerApproves(complaintId, lastYear, "COURT_ORDER", "identity");
        facts.prosecutorApproves(complaintId, lastYear, "COURT_ORDER", "identity");
        accesses().forEach(old -> facts.put(Topics.ACCESSES, complaintId, complaintId, approved, old));

        assertThat(shred(complaintId, "--section", "identity")).isEqualTo(1);

        assertThat(printed.toString()).contains("TOO_OLD");
        assertNothingHappened();
    }

    @Test
    void thatAHoldWasLiftedLiftsNoOtherWhenItIsSentAgain() {
        complaint(AllegationClass.A);
        seal("identity", received);
        approvedByBoth("COURT_ORDER", "identity");
        facts.commissionerHolds(complaintId, approved);
        facts.commissionerLifts(complaintId, approved);
        AccessEvent lifted = accesses().getLast();
        facts.commissionerHolds(complaintId, since);
        facts.put(Topics.ACCESSES, complaintId, complaintId, today, lifted);

        assertThat(shred(complaintId, "--section", "identity")).isEqualTo(1);

        assertThat(printed.toString()).contains("LEGAL_HOLD");
        assertNothingHappened();
    }

    @Test
    void whatThisVersionCannotReadMayBeAHold() {
        complaint(AllegationClass.A);
        seal("identity", received);
        approvedByBoth("COURT_ORDER", "identity");
        facts.send(new ProducerRecord<>(
                Topics.ACCESSES.name(), Topics.ACCESSES.partition(complaintId), complaintId, new byte[] {1, 2, 3}));

        assertThat(shred(complaintId, "--section", "identity")).isEqualTo(1);

        assertThat(printed.toString()).contains("UNREADABLE");
        assertThat(keysThatThereAre()).hasSize(1);
    }

    @Test
    void aRehearsalDecidesAndWritesNothing() {
        complaint(AllegationClass.A);
        WrappedKey identity = seal("identity", received);
        approvedByBoth("COURT_ORDER", "identity");

        assertThat(shred(complaintId, "--section", "identity", "--dry-run")).isZero();

        assertThat(printed.toString()).contains("would destroy  " + KeyReference.of(identity));
        assertNothingHappened();
    }

    @Test
    void aComplaintThatThereIsNotIsSaidNotToBeThere() {
        String number = ComplaintNumber.of(SECRET, complaintId).text();

        assertThat(shred(number, "--section", "identity")).isEqualTo(1);
        assertThat(shred(complaintId, "--section", "identity")).isEqualTo(1);

        assertThat(printed.toString()).contains("There is no complaint " + number);
    }

    @Test
    void aRotationBeforeOrAfterBringsNothingBackAndHidesNothing() {
        complaint(AllegationClass.A);
        seal("identity", received);
        approvedByBoth("COURT_ORDER", "identity");
        rotate();

        assertThat(shred(complaintId, "--section", "identity")).isZero();
        rotate();

        assertThat(keysThatThereAre()).isEmpty();
    }

    @Test
    void whatIsDestroyedWhileARotationRenewsItDoesNotComeBack() {
        complaint(AllegationClass.A);
        WrappedKey identity = seal("identity", received);
        approvedByBoth("COURT_ORDER", "identity");
        Renewal renewal = keysets.withNewKeyOf(Recipient.TRIAGE).renewal(Recipient.TRIAGE);
        AtomicInteger code = new AtomicInteger(-1);

        rotate(destroying(renewal, identity, code));

        assertThat(code).hasValue(0);
        assertThat(keysThatThereAre()).isEmpty();
    }

    @Test
    void whatWasReleasedToAUnitIsDestroyedForItTooAndIsNotHandedOverAgain() {
        complaint(AllegationClass.A);
        WrappedKey identity = seal("identity", received, EnumSet.of(Recipient.COMMISSIONER));
        rotate(handing(identity));
        approvedByBoth("COURT_ORDER", "identity");

        assertThat(shred(complaintId, "--section", "identity")).isZero();
        rotate(handing(identity));

        assertThat(keysThatThereAre()).isEmpty();
    }

    @Test
    void whatIsDestroyedWhileItIsHandedOverToAUnitDoesNotComeBack() {
        complaint(AllegationClass.A);
        WrappedKey identity = seal("identity", received, EnumSet.of(Recipient.COMMISSIONER));
        approvedByBoth("COURT_ORDER", "identity");
        AtomicInteger code = new AtomicInteger(-1);

        rotate(destroying(handing(identity), identity, code));

        assertThat(code).hasValue(0);
        assertThat(keysThatThereAre()).isEmpty();
    }

    /** What notifier does with the keys of a release. */
    private Renewal handing(WrappedKey key) {
        return keysets.handing(Recipient.COMMISSIONER, Recipient.TRIAGE, Set.of(KeyReference.of(key)));
    }

    /** A renewal within which the identity is destroyed, when its row has been read and before it is written anew. */
    private Renewal destroying(Renewal renewal, WrappedKey identity, AtomicInteger code) {
        return new Renewal() {
            @Override
            public Standing standing(String recordKey, WrappedKey row) {
                return renewal.standing(recordKey, row);
            }

            @Override
            public Optional<WrappedKey> renew(WrappedKey outdated) {
                if (outdated.equals(identity) && code.get() < 0) {
                    code.set(shred(complaintId, "--section", "identity"));
                }
                return renewal.renew(outdated);
            }
        };
    }

    @Test
    void aHoldThatIsSetWhileItIsDecidedForbidsIt() {
        complaint(AllegationClass.A);
        seal("identity", received);
        approvedByBoth("COURT_ORDER", "identity");

        int code = shredWhile(() -> facts.commissionerHolds(complaintId, Instant.now()));

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString()).contains("LEGAL_HOLD");
        assertNothingHappened();
    }

    @Test
    void aClassThatIsRaisedWhileItIsDecidedForbidsIt() {
        complaint(AllegationClass.C);
        seal("identity", received);
        approvedByBoth("RETENTION_OVER", "identity");

        int code = shredWhile(() -> triaged(4, AllegationClass.A));

        assertThat(code).isEqualTo(1);
        assertThat(printed.toString()).contains("NO_ORDER");
        assertNothingHappened();
    }

    /** Shreds the identity; it is decided, and not yet on record, when the other thing happens. */
    private int shredWhile(Runnable other) {
        AtomicInteger looks = new AtomicInteger();
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            // For the terms, for the decision, and then for the record: by now it is decided.
            @Override
            public Instant instant() {
                if (looks.incrementAndGet() == 3) {
                    other.run();
                }
                return Instant.now();
            }
        };
        int code =
                run(new CommandLine(new ShredCommand(clock)), printed, addressed(complaintId, "--section", "identity"));
        assertThat(looks.get()).isGreaterThan(3);
        return code;
    }

    @Test
    void aKeyAmongTheDeadLettersIsSettledAndNeverSentAgain() {
        complaint(AllegationClass.A);
        WrappedKey identity = seal("identity", received);
        approvedByBoth("COURT_ORDER", "identity");
        String letter = putAside(identity);
        assertThat(openLetters()).contains(letter);

        assertThat(shred(complaintId, "--section", "identity")).isZero();

        assertThat(openLetters()).doesNotContain(letter);
    }

    private static String openLetters() {
        StringWriter open = new StringWriter();
        assertThat(aryz(open, List.of("dead-letters", "list", "--bootstrap-server", kafka.bootstrapServers())))
                .isZero();
        return open.toString();
    }

    private ComplaintNumber complaint(AllegationClass allegationClass) {
        ComplaintNumber number = ComplaintNumber.of(SECRET, complaintId);
        happened(
                1,
                event -> event.setKind(CaseEventKind.REGISTERED)
                        .setRegistered(Registered.newBuilder()
                                .setComplaintNumber(number.text())
                                .setReceivedAt(received)
                                .setSubmissionHash(ByteBuffer.allocate(32))
                                .build()));
        triaged(2, allegationClass);
        happened(
                3,
                event -> event.setKind(CaseEventKind.ROUTED)
                        .setRouted(Routed.newBuilder()
                                .setUnit(Facts.UNIT)
                                .setOwnerBody("PROS_KZ-75")
                                .setExcludedBodies(List.of("MIA", "MIA_DP_KZ-75"))
                                .build()));
        return number;
    }

    private void triaged(long seq, AllegationClass allegationClass) {
        happened(
                seq,
                event -> event.setKind(CaseEventKind.TRIAGED)
                        .setTriaged(Triaged.newBuilder()
                                .setAllegationClass(allegationClass)
                                .setPriority(Priority.P2)
                                .build()));
    }

    private void happened(long seq, java.util.function.Consumer<CaseEvent.Builder> fact) {
        CaseEvent.Builder event = CaseEvent.newBuilder()
                .setHeader(EventHeader.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setComplaintId(complaintId)
                        .setOccurredAt(received)
                        .setRecordedAt(received)
                        .setSeq(seq)
                        .build());
        fact.accept(event);
        facts.put(Topics.CASE_EVENTS, complaintId, complaintId, received, event.build());
    }

    /** What a section holds makes no difference to its key. */
    private WrappedKey seal(String path, Instant at) {
        return seal(path, at, EnumSet.allOf(Recipient.class));
    }

    private WrappedKey seal(String path, Instant at, Set<Recipient> recipients) {
        Section<NoteSection> section = new Section<>(path, NoteSection.class);
        WrappedKey key = keysets.sealer(Clock.fixed(at, ZoneOffset.UTC))
                .seal(complaintId, section, new NoteSection(complaintId), recipients)
                .key();
        facts.put(Topics.KEYS, complaintId, KeyReference.of(key), at, key);
        return key;
    }

    private void approvedByBoth(String ground, String... sections) {
        facts.commissionerApproves(complaintId, approved, ground, sections);
        facts.prosecutorApproves(complaintId, approved, ground, sections);
    }

    private void rotate() {
        rotate(keysets.withNewKeyOf(Recipient.TRIAGE).renewal(Recipient.TRIAGE));
    }

    private static void rotate(Renewal renewal) {
        RotationClients clients = new RotationClients(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
                serdes,
                "rotation-" + UUID.randomUUID());
        new Rewrapping(clients, Topics.KEYS, renewal).run();
    }

    private String putAside(WrappedKey key) {
        String place = "complaints.keys/9/" + Math.floorMod(complaintId.hashCode(), 1_000_000);
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                Topics.NOTIFIER_DEAD_LETTERS.name(),
                0,
                place,
                serdes.serializer(Topics.KEYS).serialize(Topics.KEYS.name(), key));
        header(letter.headers(), DeadLetterHeaders.TOPIC, Topics.KEYS.name());
        header(letter.headers(), DeadLetterHeaders.PARTITION, String.valueOf(Topics.KEYS.partition(complaintId)));
        header(letter.headers(), DeadLetterHeaders.KEY, KeyReference.of(key));
        facts.send(letter);
        return place;
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void assertNothingHappened() {
        assertThat(keysThatThereAre()).hasSize(1);
        assertThat(accesses()).extracting(AccessEvent::getKind).doesNotContain(AccessEventKind.KEY_DESTROYED);
    }

    private Set<String> keysThatThereAre() {
        return new KeysOf(kafka.bootstrapServers(), complaintId).present();
    }

    private List<AccessEvent> accesses() {
        return new TopicContents(kafka.bootstrapServers(), Platform.shared().registry())
                .of(Topics.ACCESSES).stream()
                        .filter(event -> event.getHeader().getComplaintId().equals(complaintId))
                        .toList();
    }

    private static ByteBuffer digest(List<AccessEvent> events) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        events.forEach(event -> digest.update(AvroBinary.encode(event)));
        return ByteBuffer.wrap(digest.digest());
    }

    private int shred(String... arguments) {
        List<String> command = new ArrayList<>(List.of("shred"));
        command.addAll(addressed(arguments));
        return aryz(printed, command);
    }

    private static List<String> addressed(String... arguments) {
        List<String> addressed = new ArrayList<>(List.of(arguments));
        addressed.addAll(List.of(
                "--bootstrap-server",
                kafka.bootstrapServers(),
                "--registry",
                Platform.shared().registry().toString()));
        return addressed;
    }

    private static int aryz(StringWriter said, List<String> arguments) {
        return run(Aryz.commandLine(), said, arguments);
    }

    private static int run(CommandLine command, StringWriter said, List<String> arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        return command.setOut(writer).setErr(writer).execute(arguments.toArray(String[]::new));
    }
}
