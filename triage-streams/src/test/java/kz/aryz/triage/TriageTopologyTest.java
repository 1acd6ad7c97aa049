package kz.aryz.triage;

import static kz.aryz.triage.TriageDriver.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.ComplaintState;
import kz.aryz.schema.ComplaintStatus;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Priority;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.QueueItemKind;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.SealedSection;
import kz.aryz.triage.decision.Complaints;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageTopologyTest {

    private static final String ID = "018d4f2a-0000-8000-8000-000000000001";
    private static final Duration PATIENCE = Duration.ofMinutes(5).plusSeconds(1);

    @TempDir
    private Path stateDir;

    private TriageDriver driver;

    @BeforeEach
    void open() {
        driver = new TriageDriver(stateDir);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aComplaintIsRegisteredTriagedRoutedAndTold() {
        SealedSection account = torture();

        driver.deliver(account);
        driver.submit(submission(ID, account));

        assertThat(driver.events())
                .extracting(CaseEvent::getKind)
                .containsExactly(CaseEventKind.REGISTERED, CaseEventKind.TRIAGED, CaseEventKind.ROUTED);
        assertThat(driver.obligations()).singleElement().satisfies(obligation -> {
            assertThat(obligation.getRaised().getReason()).isEqualTo(ObligationReason.CLASS_A_ALLEGATION);
            assertThat(obligation.getRaised().getAddressee()).isEqualTo("COMMISSIONER");
            assertThat(obligation.getRaised().getAllegationClass()).isEqualTo(AllegationClass.A);
        });
        assertThat(driver.queue("ANTIKOR.KZ-75")).singleElement().satisfies(item -> {
            assertThat(item.getKind()).isEqualTo(QueueItemKind.ENTERED);
            assertThat(item.getEntered().getComplaintNumber()).isEqualTo("7KQM-2F9R-D0XW-H");
        });
        assertThat(driver.statuses()).singleElement().satisfies(TriageTopologyTest::isRouted);
    }

    @Test
    void aSubmissionThatComesFirstWaitsForItsKey() {
        SealedSection account = torture();

        driver.submit(submission(ID, account));
        assertThat(driver.events()).isEmpty();
        driver.deliver(account);

        assertThat(driver.events()).hasSize(3);
        assertThat(driver.obligations()).hasSize(1);
        assertThat(driver.isEmpty(TriageStores.WAITING)).isTrue();
    }

    @Test
    void withoutAKeyItIsHeldForTheCommissionerWhenPatienceEnds() {
        driver.submit(submission(ID, torture()));

        driver.pass(PATIENCE);

        assertThat(driver.events())
                .extracting(CaseEvent::getKind)
                .containsExactly(
                        CaseEventKind.REGISTERED,
                        CaseEventKind.UNOPENABLE,
                        CaseEventKind.TRIAGED,
                        CaseEventKind.ROUTED);
        assertThat(driver.obligations()).singleElement().satisfies(obligation -> {
            assertThat(obligation.getRaised().getReason()).isEqualTo(ObligationReason.UNOPENABLE);
            assertThat(obligation.getRaised().getDetailCode()).isEqualTo("NO_KEY");
            assertThat(obligation.getRaised().getPriority()).isEqualTo(Priority.P1);
        });
        assertThat(driver.queue("COMMISSIONER")).hasSize(1);
    }

    @Test
    void patienceEndsOnce() {
        driver.submit(submission(ID, torture()));

        driver.pass(PATIENCE);
        driver.pass(PATIENCE);

        assertThat(driver.events()).hasSize(4);
        assertThat(driver.obligations()).hasSize(1);
    }

    @Test
    void aKeyThatComesAfterPatienceDecidesAgain() {
        SealedSection account = torture();
        driver.submit(submission(ID, account));
        driver.pass(PATIENCE);

        driver.deliver(account);

        List<CaseEvent> events = driver.events();
        assertThat(events).extracting(event -> event.getHeader().getSeq()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(events.getLast().getRouted()).satisfies(routed -> {
            assertThat(routed.getPreviousUnit()).isEqualTo("COMMISSIONER");
            assertThat(routed.getHop()).isZero();
        });
        assertThat(driver.queue("COMMISSIONER"))
                .extracting(QueueItem::getKind)
                .containsExactly(QueueItemKind.ENTERED, QueueItemKind.LEFT);
        assertThat(driver.queue("ANTIKOR.KZ-75")).hasSize(1);
        assertThat(driver.obligations())
                .extracting(obligation -> obligation.getRaised().getReason())
                .containsExactly(ObligationReason.UNOPENABLE, ObligationReason.CLASS_A_ALLEGATION);
        assertThat(driver.store(TriageStores.QUEUE_INDEX).approximateNumEntries())
                .isEqualTo(1);
    }

    @Test
    void aRepetitionIsIgnored() {
        SealedSection account = torture();
        driver.deliver(account);
        driver.submit(submission(ID, account));

        driver.submit(submission(ID, account));
        driver.submit(submission(ID, torture()));
        driver.deliver(account);

        assertThat(driver.events()).hasSize(3);
        assertThat(driver.obligations()).hasSize(1);
        assertThat(driver.queue("ANTIKOR.KZ-75")).hasSize(1);
    }

    @Test
    void aRepetitionWithAKeyThatFitsOpensWhatTheFirstCouldNot() {
        driver.submit(submission(ID, torture()));
        driver.pass(PATIENCE);
        SealedSection again = torture();

        driver.deliver(again);
        driver.submit(submission(ID, again));

        assertThat(driver.events()).hasSize(6);
        assertThat(driver.isEmpty(TriageStores.WAITING)).isTrue();
    }

    @Test
    void eachCopyWaitsForItsOwnKey() {
        SealedSection second = torture();
        driver.submit(submission(ID, torture()));
        driver.submit(submission(ID, second));

        driver.deliver(second);

        assertThat(driver.events()).hasSize(3);
        assertThat(driver.isEmpty(TriageStores.WAITING)).isTrue();
    }

    @Test
    void aKeyThatIsWrappedAnewOpensWhatTheFirstWrapDidNot() {
        SealedSection account = torture();
        driver.deliver(WrappedKey.newBuilder(account.key()).setWraps(List.of()).build());
        driver.submit(submission(ID, account));
        assertThat(driver.queue("COMMISSIONER")).hasSize(1);

        driver.deliver(account);

        assertThat(driver.events())
                .extracting(CaseEvent::getKind)
                .containsExactly(
                        CaseEventKind.REGISTERED,
                        CaseEventKind.UNOPENABLE,
                        CaseEventKind.TRIAGED,
                        CaseEventKind.ROUTED,
                        CaseEventKind.TRIAGED,
                        CaseEventKind.ROUTED);
        assertThat(driver.queue("ANTIKOR.KZ-75")).hasSize(1);
        assertThat(driver.isEmpty(TriageStores.WAITING)).isTrue();
    }

    @Test
    void aSectionOfAnotherComplaintIsNotOpened() {
        String other = "018d4f2a-0000-8000-8000-000000000002";
        SealedSection foreign = driver.seal(other, Complaints.story("They beat me", "TORTURE"));
        driver.deliver(foreign);

        driver.submit(submission(ID, foreign));

        assertThat(driver.obligations())
                .extracting(obligation -> obligation.getRaised().getDetailCode())
                .containsExactly("DAMAGED");
        assertThat(driver.queue("COMMISSIONER")).hasSize(1);
    }

    @Test
    void aSubmissionWithoutAnAccountIsHeldAtOnce() {
        driver.submit(submission(ID));

        assertThat(driver.obligations())
                .extracting(obligation -> obligation.getRaised().getDetailCode())
                .containsExactly("NO_SECTION");
    }

    @Test
    void aShreddedKeyDecidesNothing() {
        SealedSection account = torture();
        driver.submit(submission(ID, account));

        driver.deliverBytes(account.sealed().getKeyRef(), null);

        assertThat(driver.events()).isEmpty();
    }

    @Test
    void aUnitWithoutAQueueStopsNothing() {
        driver.missingQueues.add("ANTIKOR.KZ-75");
        SealedSection account = torture();
        driver.deliver(account);

        driver.submit(submission(ID, account));

        assertThat(driver.queue("COMMISSIONER")).hasSize(1);
        assertThat(driver.obligations())
                .extracting(obligation -> obligation.getRaised().getReason())
                .containsExactly(ObligationReason.CLASS_A_ALLEGATION, ObligationReason.UNROUTABLE);
        assertThat(driver.events().getLast().getRouted().getRules()).contains("NO-QUEUE");
    }

    @Test
    void whatCannotBeClassifiedIsToldAsIfItWereTorture() {
        SealedSection account = driver.seal(ID, Complaints.story("..."));
        driver.deliver(account);

        driver.submit(submission(ID, account));

        assertThat(driver.obligations())
                .extracting(obligation -> obligation.getRaised().getReason())
                .containsExactly(ObligationReason.UNCLASSIFIABLE);
    }

    @Test
    void aLesserMatterIsRoutedAndToldToNobody() {
        SealedSection account = driver.seal(
                ID,
                Complaints.complaint(story ->
                        story.setNarrative("The food is cold").setDeclaredTypes(List.of("DETENTION_CONDITIONS"))));
        driver.deliver(account);

        driver.submit(submission(ID, account));

        assertThat(driver.events()).hasSize(3);
        assertThat(driver.obligations()).isEmpty();
    }

    @Test
    void everyEventNamesTheReleaseAndTheLaw() {
        SealedSection account = torture();
        driver.deliver(account);

        driver.submit(submission(ID, account));

        assertThat(driver.events()).allSatisfy(event -> {
            assertThat(event.getHeader().getReferenceVersion()).isEqualTo(Complaints.REFERENCE.version());
            assertThat(event.getHeader().getProfile()).isEqualTo("KZ-2022");
            assertThat(event.getHeader().getLegalBasis()).isNotBlank();
            assertThat(event.getHeader().getRecordedAt()).isEqualTo(TriageDriver.START);
        });
    }

    @Test
    void eventsAndObligationsAreTheSameWhoeverDecides(@TempDir Path other) {
        SealedSection account = torture();
        Submission submission = submission(ID, account);
        driver.deliver(account);
        driver.submit(submission);
        List<String> ids = ids(driver.events(), driver.obligations());

        try (TriageDriver replay = new TriageDriver(other)) {
            SealedSection again = replay.seal(ID, story());
            replay.deliver(again);
            replay.submit(submission(ID, again));

            assertThat(ids(replay.events(), replay.obligations())).isEqualTo(ids);
        }
    }

    private SealedSection torture() {
        return driver.seal(ID, story());
    }

    private static AccountSection story() {
        return Complaints.complaint(account -> account.setNarrative("They beat me with batons")
                .setDeclaredTypes(List.of("TORTURE"))
                .setRegionCode("KZ-75")
                .setAccused(Complaints.accused("MIA")));
    }

    private static List<String> ids(List<CaseEvent> events, List<Obligation> obligations) {
        return Stream.concat(
                        events.stream().map(event -> event.getHeader().getEventId()),
                        obligations.stream().map(Obligation::getObligationId))
                .toList();
    }

    private static void isRouted(TestRecord<String, ComplaintStatus> row) {
        assertThat(row.key()).isEqualTo("status-of-" + ID);
        assertThat(row.value().getState()).isEqualTo(ComplaintState.ROUTED);
    }
}
