package kz.aryz.system.shredding;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.DestructionApproved;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.LegalHold;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes facts about destructions, as the services did at a given time. */
public final class Facts implements AutoCloseable {

    public static final String UNIT = "PROS.KZ-75";
    static final String ORDER = "2-17/2026";

    private final AvroSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;

    public Facts(String bootstrapServers, AvroSerdes serdes) {
        this(bootstrapServers, serdes, Map.of());
    }

    /** @param signIn what a client says about who it is */
    public Facts(String bootstrapServers, AvroSerdes serdes, Map<String, Object> signIn) {
        this.serdes = serdes;
        Map<String, Object> config = new HashMap<>(signIn);
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** An officer of the Commissioner approves. */
    public void commissionerApproves(String complaintId, Instant at, String ground, String... sections) {
        approve(
                complaintId,
                at,
                "officer",
                "commissioner-officer",
                List.of(),
                List.of("COMMISSIONER"),
                ground,
                sections);
    }

    /** The supervising prosecutor of Almaty's unit approves. */
    public void prosecutorApproves(String complaintId, Instant at, String ground, String... sections) {
        prosecutorApproves(complaintId, at, List.of("PROS_KZ-75"), ground, sections);
    }

    /** Somebody approves as the supervising prosecutor of Almaty's unit, whatever bodies they are of. */
    void prosecutorApproves(String complaintId, Instant at, List<String> bodies, String ground, String... sections) {
        approve(complaintId, at, "prosecutor", "supervising-prosecutor", List.of(UNIT), bodies, ground, sections);
    }

    private void approve(
            String complaintId,
            Instant at,
            String who,
            String role,
            List<String> units,
            List<String> bodies,
            String ground,
            String... sections) {
        DestructionApproved approved = DestructionApproved.newBuilder()
                .setSections(List.of(sections))
                .setGround(ground)
                .setReference(ORDER)
                .setRole(role)
                .setUnits(units)
                .setBodies(bodies)
                .setService("a test")
                .build();
        put(
                at,
                AccessEvent.newBuilder()
                        .setKind(AccessEventKind.DESTRUCTION_APPROVED)
                        .setHeader(header(complaintId, who, at))
                        .setDestructionApproved(approved)
                        .build());
    }

    /** An officer of the Commissioner sets a legal hold. */
    public void commissionerHolds(String complaintId, Instant at) {
        hold(AccessEventKind.LEGAL_HOLD_SET, complaintId, at);
    }

    /** An officer of the Commissioner lifts it. */
    void commissionerLifts(String complaintId, Instant at) {
        hold(AccessEventKind.LEGAL_HOLD_LIFTED, complaintId, at);
    }

    private void hold(AccessEventKind kind, String complaintId, Instant at) {
        LegalHold hold = LegalHold.newBuilder()
                .setReason("REVIEW")
                .setRole("commissioner-officer")
                .setBodies(List.of("COMMISSIONER"))
                .setService("a test")
                .build();
        put(
                at,
                AccessEvent.newBuilder()
                        .setKind(kind)
                        .setHeader(header(complaintId, "officer", at))
                        .setLegalHold(hold)
                        .build());
    }

    private static EventHeader header(String complaintId, String who, Instant at) {
        return EventHeader.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setComplaintId(complaintId)
                .setOccurredAt(at)
                .setRecordedAt(at)
                .setActorRef(who)
                .build();
    }

    private void put(Instant at, AccessEvent event) {
        put(
                Topics.ACCESSES,
                event.getHeader().getComplaintId(),
                event.getHeader().getComplaintId(),
                at,
                event);
    }

    /** A record about the complaint, as if it had been written at that time. */
    public <V> void put(Topic<V> topic, String complaintId, String key, Instant at, V value) {
        try (Serializer<V> serializer = serdes.serializer(topic)) {
            send(new ProducerRecord<>(
                    topic.name(),
                    topic.partition(complaintId),
                    at.toEpochMilli(),
                    key,
                    serializer.serialize(topic.name(), value)));
        }
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
