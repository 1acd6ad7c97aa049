package kz.aryz.runtime.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Obligation;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final String COMPLAINT = "5f0c1e2a-0000-8000-8000-000000000001";

    @Test
    void keepsTheBytesAndSaysWhereTheyCameFrom() {
        SourceRecord source =
                new SourceRecord("complaints.submissions", 3, 42, COMPLAINT.getBytes(UTF_8), bytes("x"), false);

        ProducerRecord<byte[], byte[]> letter =
                letters().of(source, DeadLetterCode.MALFORMED).getFirst();

        assertThat(letter.topic()).isEqualTo("triage.dead-letters");
        assertThat(letter.key()).asString(UTF_8).isEqualTo("complaints.submissions/3/42");
        assertThat(letter.value()).isEqualTo(bytes("x"));
        assertThat(letter.headers().lastHeader(DeadLetterHeaders.CODE).value()).isEqualTo(bytes("MALFORMED"));
        assertThat(letter.headers().lastHeader(DeadLetterHeaders.KEY).value()).isEqualTo(COMPLAINT.getBytes(UTF_8));
    }

    @Test
    void tellsTheComplaintByTheKeyOfATopicAboutComplaints() {
        assertThat(source("complaints.keys", COMPLAINT + "/account/k1").complaintId())
                .contains(COMPLAINT);
        assertThat(source("alerts.obligations", COMPLAINT).complaintId()).isEqualTo(Optional.empty());
        assertThat(source("complaints.submissions", "nonsense").complaintId()).isEmpty();
    }

    @Test
    void marksTheObligationsThatTellOfADeadLetter() {
        SourceRecord source = source("complaints.submissions", COMPLAINT);

        List<ProducerRecord<byte[], byte[]>> written = letters().of(source, DeadLetterCode.MALFORMED);

        assertThat(written)
                .extracting(ProducerRecord::topic)
                .containsExactly("triage.dead-letters", "alerts.obligations");
        assertThat(written.getLast()
                        .headers()
                        .lastHeader(DeadLetterHeaders.TELLS_OF)
                        .value())
                .asString(UTF_8)
                .isEqualTo("complaints.submissions/0/0");
    }

    @Test
    void makesNoFurtherObligationOfOneThatFails() {
        SourceRecord source = new SourceRecord("alerts.obligations", 0, 7, bytes("o1"), bytes(""), true);

        assertThat(letters().of(source, DeadLetterCode.PROCESSING_FAILED))
                .extracting(ProducerRecord::topic)
                .containsExactly("triage.dead-letters");
    }

    @Test
    void leavesToAnotherApplicationWhatItReadsAsWell() {
        DeadLetters letters = letters().beside(Topics.SUBMISSIONS);

        assertThat(letters.of(source("complaints.submissions", COMPLAINT), DeadLetterCode.MALFORMED))
                .isEmpty();
        assertThat(letters.of(source("complaints.submissions", COMPLAINT), DeadLetterCode.PROCESSING_FAILED))
                .isNotEmpty();
        assertThat(letters.of(source("complaints.keys", COMPLAINT + "/account/k1"), DeadLetterCode.MALFORMED))
                .isNotEmpty();
    }

    private static DeadLetters letters() {
        return new DeadLetters(
                Topics.TRIAGE_DEAD_LETTERS,
                (source, code) -> List.of(Obligation.newBuilder()
                        .setObligationId("o1")
                        .setHeader(EventHeader.newBuilder()
                                .setEventId("o1")
                                .setComplaintId("")
                                .setOccurredAt(Instant.EPOCH)
                                .setRecordedAt(Instant.EPOCH)
                                .build())
                        .build()),
                (topic, obligation) -> bytes(""));
    }

    private static SourceRecord source(String topic, String key) {
        return new SourceRecord(topic, 0, 0, bytes(key), bytes(""), false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
