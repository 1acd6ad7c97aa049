package kz.aryz.system.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kz.aryz.id.DeterministicId;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryAttemptKind;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.MailDue;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationKind;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Raised;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.system.Platform;
import kz.aryz.system.TopicContents;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/** Duties to tell the Commissioner, written as triage-streams writes them, and what became of them. */
final class Duties implements AutoCloseable {

    private final Platform platform;
    private final AvroSerdes serdes;
    private final KafkaProducer<String, Obligation> producer;
    private final TopicContents contents;

    Duties(Platform platform) {
        this.platform = platform;
        this.serdes =
                AvroSerdes.from(Map.of(AvroSerdes.REGISTRY, platform.registry().toString()));
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.bootstrapServers()),
                new StringSerializer(),
                serdes.serializer(Topics.OBLIGATIONS));
        this.contents = new TopicContents(platform.bootstrapServers(), platform.registry());
    }

    /** A new duty; its id. */
    String raise() throws Exception {
        return raise(id -> {});
    }

    /** A new duty, whose id is told beforehand; its id. */
    String raise(Consumer<String> beforehand) throws Exception {
        return raise(UUID.randomUUID().toString(), beforehand);
    }

    /** A new duty about this complaint; its id. */
    String raiseAbout(String complaintId) throws Exception {
        return raise(complaintId, id -> {});
    }

    /** So many new duties on every partition; their ids. */
    List<String> raiseOnEveryPartition(int each) throws Exception {
        return raiseOnEveryPartition(each, id -> {});
    }

    /** So many new duties on every partition, whose ids are told beforehand; their ids. */
    List<String> raiseOnEveryPartition(int each, Consumer<String> beforehand) throws Exception {
        int[] missing = IntStream.range(0, Topics.OBLIGATIONS.partitions())
                .map(partition -> each)
                .toArray();
        List<String> ids = new ArrayList<>();
        while (IntStream.of(missing).sum() > 0) {
            String complaintId = UUID.randomUUID().toString();
            int partition = Topics.OBLIGATIONS.partition(complaintId);
            if (missing[partition] > 0) {
                missing[partition]--;
                ids.add(raise(complaintId, beforehand));
            }
        }
        return ids;
    }

    private String raise(String complaintId, Consumer<String> beforehand) throws Exception {
        Obligation obligation = obligation(complaintId);
        String id = obligation.getObligationId();
        beforehand.accept(id);
        producer.send(Topics.OBLIGATIONS.record(complaintId, id, obligation)).get();
        return id;
    }

    /** An attempt, in a transaction that comes to nothing, to send a mail of this duty. */
    void beginAndAbortAnAttempt(String complaintId, String obligationId) throws Exception {
        Map<String, Object> transactional = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                platform.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                obligationId);
        try (KafkaProducer<String, DeliveryAttempt> aborting =
                new KafkaProducer<>(transactional, new StringSerializer(), serdes.serializer(Topics.ATTEMPTS))) {
            aborting.initTransactions();
            aborting.beginTransaction();
            aborting.send(Topics.ATTEMPTS.record(complaintId, obligationId, attempt(complaintId, obligationId)))
                    .get();
            aborting.abortTransaction();
        }
    }

    private static DeliveryAttempt attempt(String complaintId, String obligationId) {
        byte[] message = ("X-Aryz-Obligation: " + obligationId + "\r\n\r\n\r\n").getBytes(UTF_8);
        return DeliveryAttempt.newBuilder()
                .setKind(DeliveryAttemptKind.MAIL_DUE)
                .setAttemptId(DeterministicId.of(obligationId, "attempt", "1"))
                .setObligationId(obligationId)
                .setComplaintId(complaintId)
                .setDueAt(Instant.now())
                .setMail(MailDue.newBuilder()
                        .setRecipient("commissioner@ombudsman.example")
                        .setMessageId("<" + obligationId + "@aryz.example>")
                        .setMessage(ByteBuffer.wrap(message))
                        .build())
                .build();
    }

    private static Obligation obligation(String complaintId) {
        ObligationReason reason = ObligationReason.CLASS_A_ALLEGATION;
        String id = DeterministicId.of(complaintId, reason.name(), "COMMISSIONER");
        Instant now = Instant.now();
        return Obligation.newBuilder()
                .setKind(ObligationKind.RAISED)
                .setObligationId(id)
                .setHeader(EventHeader.newBuilder()
                        .setEventId(id)
                        .setComplaintId(complaintId)
                        .setOccurredAt(now)
                        .setRecordedAt(now)
                        .build())
                .setRaised(Raised.newBuilder()
                        .setComplaintId(complaintId)
                        .setComplaintNumber("7KQM-2F9R-D0XW-H")
                        .setAddressee("COMMISSIONER")
                        .setReason(reason)
                        .setAllegationClass(AllegationClass.A)
                        .setPriority(Priority.P0)
                        .setReceivedAt(now)
                        .build())
                .build();
    }

    /** Attempts that were made due, in order. */
    List<DeliveryAttempt> attempts(String obligationId) {
        return contents.of(Topics.ATTEMPTS).stream()
                .filter(attempt -> attempt.getObligationId().equals(obligationId))
                .toList();
    }

    /** Outcomes that were written, in order. */
    List<DeliveryOutcome> outcomes(String obligationId) {
        return contents.of(Topics.OUTCOMES).stream()
                .filter(outcome -> outcome.getObligationId().equals(obligationId))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        serdes.close();
    }
}
