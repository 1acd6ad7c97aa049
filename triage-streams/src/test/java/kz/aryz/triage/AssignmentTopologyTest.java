package kz.aryz.triage;

import static kz.aryz.triage.TriageDriver.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.Assign;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CaseCommandKind;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.CommandVerdict;
import kz.aryz.schema.StaffPerson;
import kz.aryz.sealing.SealedSection;
import kz.aryz.serde.AvroBinary;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.triage.decision.Complaints;
import kz.aryz.triage.store.TriageStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on their way through the topology. The complaint lies in the queue of the anticorruption service of Almaty. */
class AssignmentTopologyTest {

    private static final String ID = "018d4f2a-0000-8000-8000-000000000001";
    private static final String UNIT = "ANTIKOR.KZ-75";
    private static final int WIRE_HEADER = 5;

    @TempDir
    private Path stateDir;

    private TriageDriver driver;

    @BeforeEach
    void open() {
        driver = new TriageDriver(stateDir);
        SealedSection account = driver.seal(ID, story());
        driver.deliver(account);
        driver.submit(submission(ID, account));
        assertThat(driver.queue(UNIT)).hasSize(1);
        driver.events();
        driver.obligations();
        driver.statuses();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void anAssignmentIsTheComplaintsNextEvent() {
        driver.ask(assign("one", "aigul", 3));

        assertThat(driver.events()).singleElement().satisfies(event -> {
            assertThat(event.getKind()).isEqualTo(CaseEventKind.ASSIGNED);
            assertThat(event.getHeader().getSeq()).isEqualTo(4);
            assertThat(event.getHeader().getActorRef()).isEqualTo("head");
            assertThat(event.getHeader().getActorBody()).isEqualTo("ANTIKOR_KZ-75");
            assertThat(event.getHeader().getCausationId()).isEqualTo("one");
            assertThat(event.getAssigned().getAssignee()).isEqualTo("aigul");
            assertThat(event.getAssigned().getUnit()).isEqualTo(UNIT);
            assertThat(event.getAssigned().getPreviousAssignee()).isNull();
        });
        assertThat(driver.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.getCommandId()).isEqualTo("one");
            assertThat(outcome.getVerdict()).isEqualTo(CommandVerdict.ACCEPTED);
            assertThat(outcome.getSeq()).isEqualTo(4);
        });
        assertThat(driver.keys(TriageStores.ASSIGNED_INDEX))
                .singleElement()
                .satisfies(
                        key -> assertThat(key).startsWith("aigul|" + UNIT + "|").endsWith(ID));
    }

    @Test
    void neitherTheUnitsQueueNorTheComplainantNorTheCommissionerIsToldOfIt() {
        driver.ask(assign("one", "aigul", 3));

        assertThat(driver.queue(UNIT)).isEmpty();
        assertThat(driver.statuses()).isEmpty();
        assertThat(driver.obligations()).isEmpty();
    }

    @Test
    void anotherAssignmentTakesTheComplaintFromWhoHadIt() {
        driver.ask(assign("one", "aigul", 3));
        driver.ask(assign("two", "serik", 4));

        assertThat(driver.events().getLast().getAssigned()).satisfies(assigned -> {
            assertThat(assigned.getAssignee()).isEqualTo("serik");
            assertThat(assigned.getPreviousAssignee()).isEqualTo("aigul");
        });
        assertThat(driver.keys(TriageStores.ASSIGNED_INDEX))
                .singleElement()
                .satisfies(key -> assertThat(key).startsWith("serik|"));
    }

    @Test
    void aRepetitionIsAnsweredTheSameAndChangesNothing() {
        driver.ask(assign("one", "aigul", 3));
        driver.ask(assign("two", "serik", 4));
        List<CommandOutcome> first = driver.outcomes();
        driver.events();

        driver.ask(assign("one", "aigul", 3));
        driver.ask(assign("two", "serik", 4));

        assertThat(driver.outcomes()).isEqualTo(first);
        assertThat(driver.events()).isEmpty();
        assertThat(driver.keys(TriageStores.ASSIGNED_INDEX))
                .singleElement()
                .satisfies(key -> assertThat(key).startsWith("serik|"));
    }

    @Test
    void ofTwoWhoKnewTheSameTheFirstIsHeard() {
        driver.ask(assign("one", "aigul", 3));
        driver.ask(assign("two", "serik", 3));

        assertThat(driver.outcomes()).extracting(CommandOutcome::getReason).containsExactly(null, "CHANGED");
        assertThat(driver.events()).hasSize(1);
    }

    @Test
    void aRefusalIsAnAnswerAndNothingElse() {
        CaseCommand stranger = assign("one", "aigul", 3);
        stranger.getActor().setUnits(List.of("PROS.KZ-71"));

        driver.ask(stranger);

        assertThat(driver.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.getVerdict()).isEqualTo(CommandVerdict.REFUSED);
            assertThat(outcome.getReason()).isEqualTo("NOT_THERE");
            assertThat(outcome.getSeq()).isNull();
        });
        assertThat(driver.events()).isEmpty();
        assertThat(driver.isEmpty(TriageStores.ASSIGNED_INDEX)).isTrue();
    }

    @Test
    void routingEndsAnAssignment() {
        String held = "018d4f2a-0000-8000-8000-000000000002";
        SealedSection account = driver.seal(held, story());
        driver.submit(submission(held, account));
        driver.pass(Duration.ofMinutes(6));
        CaseCommand command = assign("one", "officer", 4);
        command.setComplaintId(held);
        command.getAssign().setUnit("COMMISSIONER");
        command.setActor(officer("head", "head-of-unit"));
        command.getAssign().setAssignee(officer("officer", "investigator"));
        driver.ask(command);
        assertThat(driver.keys(TriageStores.ASSIGNED_INDEX)).hasSize(1);

        driver.deliver(account);

        assertThat(driver.isEmpty(TriageStores.ASSIGNED_INDEX)).isTrue();
        assertThat(driver.events().getLast().getKind()).isEqualTo(CaseEventKind.ROUTED);
        driver.ask(command(held, "two", "aigul", 7));
        assertThat(driver.outcomes().getLast().getVerdict()).isEqualTo(CommandVerdict.ACCEPTED);
        assertThat(driver.events().getLast().getAssigned().getPreviousAssignee())
                .isNull();
    }

    @Test
    void theChainGoesOnThroughAssignments() throws NoSuchAlgorithmException {
        driver.close();
        driver = new TriageDriver(stateDir.resolve("anew"));
        SealedSection account = driver.seal(ID, story());
        driver.deliver(account);
        driver.submit(submission(ID, account));
        driver.ask(assign("one", "aigul", 3));
        driver.ask(assign("two", "serik", 4));

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
    void whatCannotBeActedOnIsPutAside() {
        CaseCommand unknown = assign("one", "aigul", 3);
        unknown.setKind(CaseCommandKind.UNKNOWN);
        CaseCommand empty = assign("two", "aigul", 3);
        empty.setAssign(null);

        driver.ask(unknown);
        driver.ask(empty);
        driver.ask("another", assign("three", "aigul", 3));

        assertThat(driver.deadLetters())
                .extracting(letter -> new String(
                        letter.headers().lastHeader(DeadLetterHeaders.CODE).value(), StandardCharsets.UTF_8))
                .containsExactly("UNKNOWN_KIND", "MALFORMED", "KEY_MISMATCH");
        assertThat(driver.outcomes()).isEmpty();
        assertThat(driver.events()).isEmpty();
    }

    private static AccountSection story() {
        return Complaints.complaint(account -> account.setNarrative("They beat me with batons")
                .setDeclaredTypes(List.of("TORTURE"))
                .setRegionCode("KZ-75")
                .setAccused(Complaints.accused("MIA")));
    }

    private static CaseCommand assign(String commandId, String assignee, long expectedSeq) {
        return command(ID, commandId, assignee, expectedSeq);
    }

    private static CaseCommand command(String complaintId, String commandId, String assignee, long expectedSeq) {
        return CaseCommand.newBuilder()
                .setKind(CaseCommandKind.ASSIGN)
                .setCommandId(commandId)
                .setComplaintId(complaintId)
                .setExpectedSeq(expectedSeq)
                .setAt(TriageDriver.START)
                .setActor(person("head", "head-of-unit", UNIT))
                .setAssign(new Assign(UNIT, person(assignee, "investigator", UNIT), null))
                .build();
    }

    private static StaffPerson officer(String pseudonym, String role) {
        return new StaffPerson(pseudonym, List.of(role, "commissioner-officer"), List.of("COMMISSIONER"), List.of());
    }

    private static StaffPerson person(String pseudonym, String role, String unit) {
        return new StaffPerson(pseudonym, List.of(role), List.of(unit), List.of());
    }
}
