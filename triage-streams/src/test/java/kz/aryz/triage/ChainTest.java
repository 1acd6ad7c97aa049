package kz.aryz.triage;

import static kz.aryz.triage.TriageDriver.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.Submission;
import kz.aryz.sealing.SealedSection;
import kz.aryz.serde.AvroBinary;
import kz.aryz.triage.decision.Complaints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies the chain as an outsider would: over the bytes on the topic, without the five-byte header. */
class ChainTest {

    private static final String ID = "018d4f2a-0000-8000-8000-000000000001";
    private static final int WIRE_HEADER = 5;

    @Test
    void everyEventHoldsTheHashOfTheOneBeforeIt(@TempDir Path stateDir) throws NoSuchAlgorithmException {
        try (TriageDriver driver = new TriageDriver(stateDir)) {
            SealedSection account = driver.seal(ID, Complaints.story("They beat me", "TORTURE"));
            driver.submit(submission(ID, account));
            driver.pass(Duration.ofMinutes(6));
            driver.deliver(account);

            List<byte[]> bodies = driver.eventBytes().stream()
                    .map(bytes -> Arrays.copyOfRange(bytes, WIRE_HEADER, bytes.length))
                    .toList();

            assertThat(bodies).hasSize(6);
            assertThat(event(bodies.getFirst()).getHeader().getPrevHash()).isNull();
            for (int position = 1; position < bodies.size(); position++) {
                CaseEvent event = event(bodies.get(position));
                assertThat(event.getHeader().getSeq()).isEqualTo(position + 1L);
                assertThat(event.getHeader().getPrevHash()).isEqualTo(sha256(bodies.get(position - 1)));
            }
        }
    }

    @Test
    void theFirstEventHoldsTheHashOfTheSubmission(@TempDir Path stateDir) throws NoSuchAlgorithmException {
        try (TriageDriver driver = new TriageDriver(stateDir)) {
            Submission submission = submission(ID);
            byte[] bytes = driver.bytes(submission);

            driver.submitBytes(ID, bytes);

            assertThat(driver.events().getFirst().getRegistered().getSubmissionHash())
                    .isEqualTo(sha256(Arrays.copyOfRange(bytes, WIRE_HEADER, bytes.length)));
        }
    }

    private static CaseEvent event(byte[] body) {
        return AvroBinary.decode(CaseEvent.class, CaseEvent.getClassSchema(), body, 0);
    }

    private static ByteBuffer sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
