package kz.aryz.triage;

import static kz.aryz.triage.TriageDriver.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.QueueItemKind;
import kz.aryz.sealing.SealedSection;
import kz.aryz.triage.decision.Complaints;
import kz.aryz.triage.store.TriageStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start of the service with keys that open what could not be opened before. */
class SecondLookTest {

    private static final String ID = "018d4f2a-0000-8000-8000-000000000001";
    private static final Duration LOOK = Duration.ofSeconds(1);

    @TempDir
    private Path before;

    @TempDir
    private Path after;

    private TriageDriver earlier;
    private TriageDriver driver;

    @BeforeEach
    void open() {
        earlier = new TriageDriver(before);
        driver = new TriageDriver(after);
    }

    @AfterEach
    void close() {
        earlier.close();
        driver.close();
    }

    @Test
    void decidesWhatOnlyTheNewKeysOpen() {
        holdBefore(ID, torture(ID));
        assertThat(earlier.obligations())
                .extracting(obligation -> obligation.getRaised().getDetailCode())
                .containsExactly("WRONG_KEY");

        driver.follow(earlier);
        driver.pass(LOOK);

        List<CaseEvent> events = driver.events();
        assertThat(events).extracting(CaseEvent::getKind).containsExactly(CaseEventKind.TRIAGED, CaseEventKind.ROUTED);
        assertThat(events).extracting(event -> event.getHeader().getSeq()).containsExactly(5L, 6L);
        assertThat(driver.queue("COMMISSIONER")).extracting(QueueItem::getKind).containsExactly(QueueItemKind.LEFT);
        assertThat(driver.queue("ANTIKOR.KZ-75")).hasSize(1);
        assertThat(driver.obligations())
                .extracting(obligation -> obligation.getRaised().getReason())
                .containsExactly(ObligationReason.CLASS_A_ALLEGATION);
        assertThat(driver.isEmpty(TriageStores.WAITING)).isTrue();
    }

    @Test
    void looksAtAllOfThemThoughNotAtOnce() {
        IntStream.range(10, 60)
                .mapToObj(number -> "018d4f2a-0000-8000-8000-0000000000" + number)
                .forEach(id -> holdBefore(id, torture(id)));

        driver.follow(earlier);
        IntStream.range(0, 3).forEach(look -> driver.pass(LOOK));

        assertThat(driver.queue("ANTIKOR.KZ-75")).hasSize(50);
        assertThat(driver.isEmpty(TriageStores.WAITING)).isTrue();
    }

    @Test
    void saysNothingOfWhatStaysShut() {
        SealedSection account = torture(ID);
        holdBefore(ID, account);
        driver.close();
        driver = new TriageDriver(after);

        driver.follow(earlier);
        driver.pass(LOOK);

        assertThat(driver.events()).isEmpty();
        assertThat(driver.obligations()).isEmpty();
        assertThat(driver.keys(TriageStores.WAITING))
                .containsExactly(account.sealed().getKeyRef());
    }

    @Test
    void leavesWhatHasNoKeyToWait() {
        earlier.submit(submission(ID, torture(ID)));

        driver.follow(earlier);
        driver.pass(LOOK);

        assertThat(driver.events()).isEmpty();
        assertThat(driver.isEmpty(TriageStores.WAITING)).isFalse();
    }

    @Test
    void stopsForNothingThatADecisionFailsOn() {
        holdBefore(ID, torture(ID));
        driver.follow(earlier);

        driver.decisionsFail = true;
        driver.pass(LOOK);
        driver.decisionsFail = false;

        assertThat(driver.events()).isEmpty();
        assertThat(driver.isEmpty(TriageStores.WAITING)).isFalse();
        String other = "018d4f2a-0000-8000-8000-000000000002";
        SealedSection account = torture(other);
        driver.deliver(account);
        driver.submit(submission(other, account));
        assertThat(driver.queue("ANTIKOR.KZ-75")).hasSize(1);
    }

    /** What is sealed for the keys of the later start is held by the earlier one. */
    private void holdBefore(String complaintId, SealedSection account) {
        earlier.deliver(account);
        earlier.submit(submission(complaintId, account));
    }

    private SealedSection torture(String complaintId) {
        return driver.seal(
                complaintId,
                Complaints.complaint(account -> account.setNarrative("They beat me with batons")
                        .setDeclaredTypes(List.of("TORTURE"))
                        .setRegionCode("KZ-75")
                        .setAccused(Complaints.accused("MIA"))));
    }
}
