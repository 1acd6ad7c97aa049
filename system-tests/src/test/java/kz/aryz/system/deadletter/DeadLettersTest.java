package kz.aryz.system.deadletter;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.id.ComplaintId;
import kz.aryz.id.PermanentSecret;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.mail.Mailbox;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Submission;
import kz.aryz.schema.SubmissionKind;
import kz.aryz.sealing.KeyReference;
import kz.aryz.system.Http;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import kz.aryz.system.journey.Complaints;
import kz.aryz.system.journey.Register;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Uses(SharedAryz.class)
class DeadLettersTest {

    private static final byte[] NO_RECORD = {7, 7, 7};
    private static final byte[] NEWER = {8, 8, 8};

    /** The largest batch that the topic takes, less what is around the value in it. */
    private static final int LARGEST_VALUE = Topic.MAX_MESSAGE_BYTES - 160;

    private final SharedAryz aryz = SharedAryz.get();
    private final Addresses addresses = aryz.addresses();
    private final Register register = new Register(addresses);
    private final Operator operator = new Operator(addresses);
    private final RawSubmissions submissions = new RawSubmissions(addresses);
    private final Http http = new Http();
    private final String complaintId = UUID.randomUUID().toString();

    @AfterEach
    void close() {
        submissions.close();
        http.close();
    }

    @Test
    void bytesThatAreNoRecordAreKeptAsTheyCameAndToldOf() throws Exception {
        String record = submissions.write(complaintId, NO_RECORD);

        awaitPutAside(record, "MALFORMED");
        assertKept(record, NO_RECORD);
        awaitTold(2, "MALFORMED");
    }

    @Test
    void whoeverWasToldOfADeadLetterCanConfirmIt() throws Exception {
        submissions.write(complaintId, NO_RECORD);
        awaitTold(2, "MALFORMED");
        Set<String> duties = toldOf("MALFORMED");

        for (String duty : duties) {
            assertThat(http.post(alerts("/" + duty + "/acknowledgement"), "", Map.of())
                            .status())
                    .isEqualTo(200);
        }

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(http.get(alerts("?limit=500&state=ACKNOWLEDGED"))
                                .body()
                                .findValuesAsText("obligationId"))
                        .containsAll(duties));
    }

    @Test
    void aKindOfANewerVersionIsKeptAsItCameAndToldOf() throws Exception {
        byte[] unknown = submissions.bytes(Submission.newBuilder(submission())
                .setKind(SubmissionKind.UNKNOWN)
                .build());

        String record = submissions.write(complaintId, unknown);

        awaitPutAside(record, "UNKNOWN_KIND");
        assertKept(record, unknown);
        awaitTold(2, "UNKNOWN_KIND");
    }

    @Test
    void theLargestRecordIsNoObstacleEither() throws Exception {
        String record = submissions.write(complaintId, new byte[LARGEST_VALUE]);

        awaitPutAside(record, "MALFORMED");
        String good = submitOnTheSamePartition();
        awaitQueued(good);
    }

    @Test
    void whatComesAfterADeadLetterGoesItsWay() throws Exception {
        List<String> broken = List.of(
                submissions.write(complaintId, NO_RECORD),
                submissions.write(complaintId, new byte[0]),
                submissions.write(complaintId, truncated(submissions.bytes(submission()))));

        String good = submitOnTheSamePartition();

        awaitQueued(good);
        for (String record : broken) {
            awaitPutAside(record, "MALFORMED");
        }
    }

    @Test
    void whatIsStillBrokenWhenItIsSentAgainIsPutAsideAnewAndToldAnew() throws Exception {
        String record = submissions.write(complaintId, NO_RECORD);
        awaitPutAside(record, "MALFORMED");

        assertThat(operator.retry(record).code()).isZero();

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(toldOf("MALFORMED")).hasSize(4));
        assertThat(new RawTopic(addresses, Topics.SUBMISSIONS).values(complaintId))
                .containsExactly(NO_RECORD, NO_RECORD);
        assertThat(operator.list(record)).isEmpty();
        assertThat(operator.listed()).doesNotContain(record + ' ');
    }

    @Test
    void aRecordGoesThroughOnceWhatHeldItUpIsMended() throws Exception {
        try (NewerSubmission newer = new NewerSubmission(addresses)) {
            String record = submissions.write(complaintId, newer.bytes(submission()));
            awaitPutAside(record, "MALFORMED");
            assertThat(newer.register()).isTrue();

            operator.retry(record);

            awaitQueued(complaintId);
            assertThat(operator.list(record)).isEmpty();
            assertThat(toldOf("MALFORMED")).hasSize(2);
        }
    }

    @Test
    void aKeyUnderWhichNothingNewerStandsIsSentAgain() throws Exception {
        String keyRef = KeyReference.of(complaintId, "identity", "k1");
        String record = submissions.writeKey(complaintId, keyRef, NO_RECORD);
        awaitPutAside(record, "MALFORMED");

        Operator.Outcome outcome = operator.retry(record);

        assertThat(outcome).isEqualTo(new Operator.Outcome(0, "sent again " + record + System.lineSeparator()));
        assertThat(new RawTopic(addresses, Topics.KEYS).values(keyRef)).containsExactly(NO_RECORD, NO_RECORD);
        assertThat(operator.list(record)).isEmpty();
        awaitPutAside(new RawTopic(addresses, Topics.KEYS).lastPlace(keyRef), "MALFORMED");
        submissions.writeKey(complaintId, keyRef, null);
    }

    @Test
    void aKeyThatWasWrittenAnewOrDestroyedSinceIsNotBroughtBack() throws Exception {
        String renewed = KeyReference.of(complaintId, "identity", "k1");
        String destroyed = KeyReference.of(complaintId, "identity", "k2");
        String older = submissions.writeKey(complaintId, renewed, NO_RECORD);
        String dead = submissions.writeKey(complaintId, destroyed, NO_RECORD);
        awaitPutAside(older, "MALFORMED");
        awaitPutAside(dead, "MALFORMED");
        String newer = submissions.writeKey(complaintId, renewed, NEWER);
        submissions.writeKey(complaintId, destroyed, null);

        Operator.Outcome outcome = operator.retry(older, dead);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.said()).contains("superseded " + older, "superseded " + dead);
        RawTopic keys = new RawTopic(addresses, Topics.KEYS);
        assertThat(keys.values(renewed)).containsExactly(NO_RECORD, NEWER);
        assertThat(keys.values(destroyed)).containsExactly(NO_RECORD, null);
        assertThat(operator.list(older)).isEmpty();
        assertThat(operator.list(dead)).isEmpty();
        awaitPutAside(newer, "MALFORMED");
        submissions.writeKey(complaintId, renewed, null);
    }

    @Test
    void aKeyThatNamesNothingOpenIsSaid() {
        Operator.Outcome outcome = operator.retry(Topics.SUBMISSIONS.name() + "/0/9999999");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("not open").contains("/0/9999999");
    }

    private URI alerts(String rest) {
        return addresses.notifierUrl().resolve("/api/v1/alerts" + rest);
    }

    private Submission submission() {
        Instant now = Instant.now();
        return Submission.newBuilder()
                .setKind(SubmissionKind.COMPLAINT_RECEIVED)
                .setHeader(EventHeader.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setComplaintId(complaintId)
                        .setOccurredAt(now)
                        .setRecordedAt(now)
                        .build())
                .setComplaintReceived(ComplaintReceived.newBuilder()
                        .setComplaintNumber("0000-0000-0000-0")
                        .setReceivedAt(now)
                        .setStatusKey(complaintId)
                        .build())
                .build();
    }

    private static byte[] truncated(byte[] record) {
        return Arrays.copyOf(record, record.length / 2);
    }

    /** Both services read submissions, so both put it aside. */
    private void awaitPutAside(String record, String code) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(operator.list(record))
                        .extracting(Listed::service, Listed::code)
                        .containsExactlyInAnyOrder(tuple("triage", code), tuple("notifier", code)));
        assertThat(operator.listed()).contains(record + ' ');
    }

    private void assertKept(String record, byte[] bytes) {
        assertThat(new RawTopic(addresses, Topics.TRIAGE_DEAD_LETTERS).values(record))
                .containsExactly(bytes);
        assertThat(new RawTopic(addresses, Topics.NOTIFIER_DEAD_LETTERS).values(record))
                .containsExactly(bytes);
    }

    private void awaitTold(int times, String code) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            Set<String> duties = toldOf(code);
            assertThat(duties).hasSize(times);
            assertThat(obligationsInMails()).containsAll(duties);
        });
    }

    private Set<String> toldOf(String code) {
        return register.obligations().stream()
                .filter(duty -> complaintId.equals(duty.getRaised().getComplaintId()))
                .filter(duty -> duty.getRaised().getReason() == ObligationReason.DEAD_LETTER)
                .filter(duty -> code.equals(duty.getRaised().getDetailCode()))
                .map(Obligation::getObligationId)
                .collect(Collectors.toSet());
    }

    private List<String> obligationsInMails() throws IOException, InterruptedException {
        try (Mailbox mailbox = new Mailbox(addresses.mailboxUrl())) {
            return mailbox.read().stream().map(ReceivedMail::obligationId).toList();
        }
    }

    /** Hands in a complaint under a key that leads to the partition of what was written before. */
    private String submitOnTheSamePartition() throws IOException {
        PermanentSecret secret =
                PermanentSecret.read(aryz.folder().resolve("keys").resolve("secret"));
        int partition = Topics.SUBMISSIONS.partition(complaintId);
        String key = Stream.generate(() -> UUID.randomUUID().toString())
                .filter(any -> Topics.SUBMISSIONS.partition(ComplaintId.of(secret, "API", "", any)) == partition)
                .findFirst()
                .orElseThrow();
        Http.Answer answer = http.post(
                addresses.intakeUrl().resolve("/api/v1/complaints"),
                Complaints.torture("WEB_FORM", "ru").toString(),
                Map.of("Idempotency-Key", key));
        assertThat(answer.status()).isEqualTo(201);
        return ComplaintId.of(secret, "API", "", key);
    }

    private void awaitQueued(String complaint) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(register.queueItems())
                        .extracting(QueueItem::getComplaintId)
                        .containsOnlyOnce(complaint));
    }
}
