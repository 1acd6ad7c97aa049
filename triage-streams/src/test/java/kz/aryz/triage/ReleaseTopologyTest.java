package kz.aryz.triage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.aryz.triage.TriageDriver.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CaseCommandKind;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.CommandVerdict;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.ExOfficioCheck;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.QueueItemKind;
import kz.aryz.schema.Release;
import kz.aryz.schema.StaffPerson;
import kz.aryz.schema.Submission;
import kz.aryz.sealing.SealedSection;
import kz.aryz.serde.AvroBinary;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.triage.decision.Complaints;
import kz.aryz.triage.register.CaseFile;
import kz.aryz.triage.store.TriageStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases and checks on their way through the topology. Consent was refused: the Commissioner holds the complaint. */
class ReleaseTopologyTest {

    private static final String ID = "018d4f2a-0000-8000-8000-000000000001";
    private static final String COMMISSIONER = "COMMISSIONER";
    private static final String UNIT = "PROS.KZ-75";
    private static final List<String> KEYS = List.of(ID + "/identity/k1");
    private static final ByteBuffer MARK = ByteBuffer.wrap("as it was".getBytes(UTF_8));
    private static final int WIRE_HEADER = 5;

    @TempDir
    private Path stateDir;

    private TriageDriver driver;

    @BeforeEach
    void open() {
        driver = new TriageDriver(stateDir);
        hold("MIA");
        driver.events();
        driver.obligations();
        driver.statuses();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aReleaseGivesTheComplaintToTheUnitWithAllThatIsInIt() {
        driver.ask(release("one", UNIT, 3));

        assertThat(driver.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.getVerdict()).isEqualTo(CommandVerdict.ACCEPTED);
            assertThat(outcome.getSeq()).isEqualTo(5);
        });
        List<CaseEvent> events = driver.events();
        assertThat(events).extracting(CaseEvent::getKind).containsExactly(CaseEventKind.RELEASED, CaseEventKind.ROUTED);
        assertThat(events.getFirst()).satisfies(event -> {
            assertThat(event.getHeader().getActorRef()).isEqualTo("officer");
            assertThat(event.getHeader().getActorBody()).isEqualTo(COMMISSIONER);
            assertThat(event.getHeader().getCausationId()).isEqualTo("one");
            assertThat(event.getReleased().getUnit()).isEqualTo(UNIT);
            assertThat(event.getReleased().getSections()).containsExactly("identity", "account");
            assertThat(event.getReleased().getKeyRefs()).isEqualTo(KEYS);
            assertThat(event.getReleased().getMark()).isEqualTo(MARK);
            assertThat(event.getReleased().getReasonCode()).isEqualTo("CONSENT_OBTAINED_LATER");
        });
        assertThat(events.getLast().getRouted()).satisfies(routed -> {
            assertThat(routed.getUnit()).isEqualTo(UNIT);
            assertThat(routed.getPreviousUnit()).isEqualTo(COMMISSIONER);
            assertThat(routed.getHop()).isEqualTo(1);
            assertThat(routed.getRules()).containsExactly("RELEASE");
            assertThat(routed.getExcludedBodies()).contains("MIA");
            assertThat(routed.getRegionCode()).isEqualTo("KZ-75");
            assertThat(routed.getReasonCode()).isEqualTo("CONSENT_OBTAINED_LATER");
        });
    }

    @Test
    void theComplaintLeavesTheCommissionersQueueForTheUnits() {
        driver.ask(release("one", UNIT, 3));

        assertThat(driver.queue(COMMISSIONER))
                .extracting(QueueItem::getKind)
                .containsExactly(QueueItemKind.ENTERED, QueueItemKind.LEFT);
        assertThat(driver.queue(UNIT)).singleElement().satisfies(item -> {
            assertThat(item.getEntered().getComplaintNumber()).isEqualTo("7KQM-2F9R-D0XW-H");
            assertThat(item.getEntered().getHop()).isEqualTo(1);
            assertThat(item.getUnit()).isEqualTo(UNIT);
        });
        assertThat(driver.keys(TriageStores.QUEUE_INDEX))
                .singleElement()
                .satisfies(key -> assertThat(key).startsWith(UNIT + "|").endsWith(ID));
    }

    @Test
    void aCheckGivesTheUnitTheBareFactsAndReleasesNothing() {
        driver.ask(check("one", UNIT, 3));

        assertThat(driver.events()).singleElement().satisfies(event -> {
            assertThat(event.getKind()).isEqualTo(CaseEventKind.ROUTED);
            assertThat(event.getRouted().getRules()).containsExactly("CHECK_EX_OFFICIO");
            assertThat(event.getRouted().getReasonCode()).isEqualTo("PATTERN");
        });
        assertThat(driver.queue(UNIT)).hasSize(1);
    }

    @Test
    void whatAUnitHadForACheckIsReleasedToItWhereItLies() {
        driver.ask(check("one", UNIT, 3));
        driver.events();
        driver.queue(UNIT);

        driver.ask(release("two", UNIT, 4));

        assertThat(driver.events())
                .singleElement()
                .satisfies(event -> assertThat(event.getKind()).isEqualTo(CaseEventKind.RELEASED));
        assertThat(driver.queue(UNIT)).isEmpty();
    }

    @Test
    void neitherTheComplainantNorTheAddresseesOfDutiesAreToldAnew() {
        driver.ask(release("one", UNIT, 3));

        assertThat(driver.statuses()).isEmpty();
        assertThat(driver.obligations()).isEmpty();
    }

    @Test
    void aRepetitionIsAnsweredTheSameAndASecondReleaseIsNone() {
        driver.ask(release("one", UNIT, 3));
        List<CommandOutcome> first = driver.outcomes();
        driver.events();
        driver.queue(UNIT);

        driver.ask(release("one", UNIT, 3));
        driver.ask(release("two", UNIT, 5));

        List<CommandOutcome> again = driver.outcomes();
        assertThat(again.getFirst()).isEqualTo(first.getFirst());
        assertThat(again.getLast().getReason()).isEqualTo("ALREADY_RELEASED");
        assertThat(driver.events()).isEmpty();
        assertThat(driver.queue(UNIT)).isEmpty();
    }

    /** On 30 June 2025 the anti-corruption service came under the KNB. */
    @Test
    void whatAUnitMayNotHaveAnyMoreLeavesItsQueueForAnothers() {
        driver.close();
        driver = new TriageDriver(stateDir.resolve("anew"));
        hold("KNB");
        driver.ask(check("one", "ANTIKOR.KZ-75", 3));
        driver.ask(check("two", UNIT, 4));
        driver.pass(Duration.between(TriageDriver.START, Instant.parse("2025-06-30T06:00:00Z")));

        driver.ask(check("three", UNIT, 4));

        assertThat(driver.outcomes())
                .extracting(CommandOutcome::getReason)
                .containsExactly(null, "ALREADY_ROUTED", null);
        assertThat(driver.queue("ANTIKOR.KZ-75"))
                .extracting(QueueItem::getKind)
                .containsExactly(QueueItemKind.ENTERED, QueueItemKind.LEFT);
        assertThat(driver.queue(UNIT)).hasSize(1);
        assertThat(driver.keys(TriageStores.QUEUE_INDEX))
                .singleElement()
                .satisfies(key -> assertThat(key).startsWith(UNIT + "|"));
    }

    /** It would come back with the unit that it was made to. */
    @Test
    void aReleaseEndsWhereAnotherUnitGetsTheBareFacts() {
        driver.close();
        driver = new TriageDriver(stateDir.resolve("anew"));
        hold("KNB");
        driver.ask(release("one", "ANTIKOR.KZ-75", 3));
        driver.pass(Duration.between(TriageDriver.START, Instant.parse("2025-06-30T06:00:00Z")));

        driver.ask(check("two", UNIT, 5));

        assertThat(driver.outcomes()).extracting(CommandOutcome::getReason).containsExactly(null, null);
        assertThat(driver.store(TriageStores.COMPLAINTS).get(ID))
                .asInstanceOf(type(CaseFile.class))
                .satisfies(file -> assertThat(file.getUnit()).isEqualTo(UNIT))
                .satisfies(file -> assertThat(file.getReleasedTo()).isNull());
    }

    @Test
    void aUnitWithoutAQueueIsGivenNothing() {
        driver.missingQueues.add(UNIT);

        driver.ask(release("one", UNIT, 3));

        assertThat(driver.outcomes())
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.getReason()).isEqualTo("NO_SUCH_UNIT"));
        assertThat(driver.events()).isEmpty();
        assertThat(driver.keys(TriageStores.QUEUE_INDEX))
                .singleElement()
                .satisfies(key -> assertThat(key).startsWith(COMMISSIONER + "|"));
    }

    @Test
    void theChainGoesOnThroughReleases() throws NoSuchAlgorithmException {
        driver.close();
        driver = new TriageDriver(stateDir.resolve("anew"));
        hold("MIA");
        driver.ask(release("one", UNIT, 3));

        List<byte[]> bodies = driver.eventBytes().stream()
                .map(bytes -> Arrays.copyOfRange(bytes, WIRE_HEADER, bytes.length))
                .toList();

        assertThat(bodies).hasSize(5);
        for (int position = 1; position < bodies.size(); position++) {
            CaseEvent event = AvroBinary.decode(CaseEvent.class, CaseEvent.getClassSchema(), bodies.get(position), 0);
            assertThat(event.getHeader().getSeq()).isEqualTo(position + 1L);
            assertThat(event.getHeader().getPrevHash())
                    .isEqualTo(
                            ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bodies.get(position - 1))));
        }
    }

    @Test
    void aWishWithoutItsContentIsPutAside() {
        CaseCommand release = release("one", UNIT, 3);
        release.setRelease(null);
        CaseCommand check = check("two", UNIT, 3);
        check.setExOfficioCheck(null);

        driver.ask(release);
        driver.ask(check);

        assertThat(driver.deadLetters())
                .extracting(letter -> new String(
                        letter.headers().lastHeader(DeadLetterHeaders.CODE).value(), StandardCharsets.UTF_8))
                .containsExactly("MALFORMED", "MALFORMED");
        assertThat(driver.events()).isEmpty();
    }

    private void hold(String accused) {
        AccountSection story = Complaints.complaint(account -> account.setNarrative("They beat me with batons")
                .setDeclaredTypes(List.of("TORTURE"))
                .setRegionCode("KZ-75")
                .setAccused(Complaints.accused(accused)));
        SealedSection account = driver.seal(ID, story);
        Submission submission = submission(ID, account);
        submission.getComplaintReceived().setTransmitToProsecutor(ConsentValue.REFUSED);
        driver.deliver(account);
        driver.submit(submission);
    }

    private static CaseCommand release(String commandId, String unit, long expectedSeq) {
        return command(CaseCommandKind.RELEASE, commandId, expectedSeq)
                .setRelease(new Release(unit, "CONSENT_OBTAINED_LATER", KEYS, MARK))
                .build();
    }

    private static CaseCommand check(String commandId, String unit, long expectedSeq) {
        return command(CaseCommandKind.CHECK_EX_OFFICIO, commandId, expectedSeq)
                .setExOfficioCheck(new ExOfficioCheck(unit, "PATTERN"))
                .build();
    }

    private static CaseCommand.Builder command(CaseCommandKind kind, String commandId, long expectedSeq) {
        return CaseCommand.newBuilder()
                .setKind(kind)
                .setCommandId(commandId)
                .setComplaintId(ID)
                .setExpectedSeq(expectedSeq)
                .setAt(TriageDriver.START)
                .setActor(
                        new StaffPerson("officer", List.of("commissioner-officer"), List.of(COMMISSIONER), List.of()));
    }
}
