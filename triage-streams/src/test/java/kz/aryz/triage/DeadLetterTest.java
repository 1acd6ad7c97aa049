package kz.aryz.triage;

import static kz.aryz.triage.TriageDriver.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Submission;
import kz.aryz.schema.SubmissionKind;
import kz.aryz.schema.SupplementReceived;
import kz.aryz.sealing.SealedSection;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.triage.decision.Complaints;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterTest {

    private static final String ID = "018d4f2a-0000-8000-8000-000000000001";
    private static final byte[] NO_RECORD = {7, 7, 7};

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
    void bytesThatAreNoRecordAreKeptAndTold() {
        driver.submitBytes(ID, NO_RECORD);

        assertThat(driver.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(NO_RECORD);
            assertThat(letter.key()).isEqualTo("complaints.submissions/0/0");
            assertThat(header(letter, DeadLetterHeaders.CODE)).isEqualTo("MALFORMED");
            assertThat(header(letter, DeadLetterHeaders.KEY)).isEqualTo(ID);
        });
        assertThat(driver.obligations()).singleElement().satisfies(obligation -> {
            assertThat(obligation.getRaised().getReason()).isEqualTo(ObligationReason.DEAD_LETTER);
            assertThat(obligation.getRaised().getDetailCode()).isEqualTo("MALFORMED");
            assertThat(obligation.getRaised().getComplaintId()).isEqualTo(ID);
        });
    }

    @Test
    void whatFollowsADeadLetterDoesNotWaitForIt() {
        driver.submitBytes(ID, NO_RECORD);
        driver.deliverBytes(ID + "/account/1", NO_RECORD);

        submitTorture();

        assertThat(driver.events()).hasSize(3);
        assertThat(driver.deadLetters()).hasSize(2);
    }

    @Test
    void aKindOfANewerVersionIsParkedAndNotSkipped() {
        driver.submit(Submission.newBuilder(submission(ID))
                .setKind(SubmissionKind.UNKNOWN)
                .build());

        assertParkedAs("UNKNOWN_KIND");
    }

    @Test
    void aSupplementIsParkedUntilItCanBeActedOn() {
        driver.submit(Submission.newBuilder()
                .setKind(SubmissionKind.SUPPLEMENT_RECEIVED)
                .setHeader(TriageDriver.header(ID))
                .setSupplementReceived(SupplementReceived.newBuilder()
                        .setReceivedAt(TriageDriver.RECEIVED_AT)
                        .build())
                .build());

        assertParkedAs("UNSUPPORTED_KIND");
    }

    @Test
    void aRecordUnderAnotherComplaintsKeyIsParked() {
        driver.submit("018d4f2a-0000-8000-8000-000000000002", submission(ID));

        assertParkedAs("KEY_MISMATCH");
    }

    @Test
    void aRecordWithoutAValueIsParked() {
        driver.submitBytes(ID, null);

        assertParkedAs("MALFORMED");
    }

    @Test
    void aKindWithoutItsFactIsParked() {
        driver.submit(
                Submission.newBuilder(submission(ID)).setComplaintReceived(null).build());

        assertParkedAs("MALFORMED");
    }

    @Test
    void aComplaintThatFitsIntoNoQueueIsParkedBeforeItWaits() {
        String oddId = ID + "|1";
        driver.submit(submission(oddId, driver.seal(oddId, Complaints.story("They beat me"))));
        Submission beforeTime = submission(ID, driver.seal(ID, Complaints.story("They beat me")));
        beforeTime.getComplaintReceived().setReceivedAt(Instant.EPOCH.minusMillis(1));
        driver.submit(beforeTime);

        driver.pass(Duration.ofMinutes(6));

        assertThat(driver.deadLetters())
                .extracting(letter -> header(letter, DeadLetterHeaders.CODE))
                .containsExactly("MALFORMED", "MALFORMED");
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void theBytesOfAParkedRecordAreTheOnesThatWereRead() {
        Submission supplement = Submission.newBuilder()
                .setKind(SubmissionKind.SUPPLEMENT_RECEIVED)
                .setHeader(TriageDriver.header(ID))
                .build();
        byte[] bytes = driver.bytes(supplement);

        driver.submitBytes(ID, bytes);

        assertThat(driver.deadLetters().getFirst().value()).isEqualTo(bytes);
    }

    @Test
    void aDeadLetterCarriesNoTextOfAnException() {
        driver.submitBytes(ID, NO_RECORD);

        assertThat(driver.deadLetters().getFirst().headers().toArray())
                .extracting(Header::key)
                .containsExactlyInAnyOrder(
                        DeadLetterHeaders.CODE,
                        DeadLetterHeaders.TOPIC,
                        DeadLetterHeaders.PARTITION,
                        DeadLetterHeaders.OFFSET,
                        DeadLetterHeaders.KEY);
    }

    @Test
    void aRecordThatIsSentAgainIsJudgedAnew() {
        driver.submitBytes(ID, NO_RECORD);
        TestRecord<String, byte[]> letter = driver.deadLetters().getFirst();

        driver.submitAgain(letter);

        assertThat(driver.deadLetters()).extracting(TestRecord::key).containsExactly("complaints.submissions/0/1");
    }

    private void submitTorture() {
        SealedSection account = driver.seal(ID, Complaints.story("They beat me", "TORTURE"));
        driver.deliver(account);
        driver.submit(submission(ID, account));
    }

    private void assertParkedAs(String code) {
        assertThat(driver.deadLetters())
                .extracting(letter -> header(letter, DeadLetterHeaders.CODE))
                .containsExactly(code);
        List<Obligation> told = driver.obligations();
        assertThat(told)
                .extracting(obligation -> obligation.getRaised().getDetailCode())
                .containsExactly(code);
        assertThat(driver.events()).isEmpty();
    }

    private static String header(TestRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
