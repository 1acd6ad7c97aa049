package kz.aryz.system;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Opener;
import kz.aryz.sealing.Opening.Opened;
import kz.aryz.sealing.Opening.Refused;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.SealedSection;
import kz.aryz.sealing.Sealer;
import kz.aryz.sealing.Section;
import kz.aryz.serde.AvroBinary;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@Uses(Platform.class)
class SealingAfterCompactionTest {

    private static final String COMPLAINT = "0c7e2f4a-5a0e-8b3c-9f21-6b1f8f0a1c2d";
    private static final String MARKER = "marker";

    private final Keysets keysets = Keysets.generate();
    private final Sealer sealer = keysets.sealer(Clock.systemUTC());
    private final Opener triage = keysets.opener(Recipient.TRIAGE);
    private final String topic = "compacted-keys-" + UUID.randomUUID();

    @Test
    void aRetryAndASupplementLeaveTheFirstSealingReadable() throws Exception {
        SealedSection first = seal("What happened");
        SealedSection retry = seal("What happened");
        SealedSection supplement = seal("What happened next");
        createCompactedTopic();

        try (KafkaProducer<String, byte[]> producer = producer()) {
            write(producer, MARKER, new byte[] {0});
            for (SealedSection section : List.of(first, retry, supplement)) {
                write(producer, KeyReference.of(section.key()), AvroBinary.encode(section.key()));
            }
            awaitCompaction(producer);
        }

        Map<String, byte[]> kept = keysKept();
        assertThat(textOf(first, kept)).isEqualTo("What happened");
        assertThat(textOf(retry, kept)).isEqualTo("What happened");
        assertThat(textOf(supplement, kept)).isEqualTo("What happened next");
    }

    private SealedSection seal(String text) {
        return sealer.seal(COMPLAINT, Section.NOTE, new NoteSection(text), EnumSet.allOf(Recipient.class));
    }

    private String textOf(SealedSection section, Map<String, byte[]> kept) {
        assertThat(kept).containsKey(section.sealed().getKeyRef());
        byte[] row = Objects.requireNonNull(kept.get(section.sealed().getKeyRef()));
        WrappedKey key = AvroBinary.decode(WrappedKey.class, WrappedKey.getClassSchema(), row, 0);
        return switch (triage.open(COMPLAINT, Section.NOTE, section.sealed(), key)) {
            case Opened<NoteSection> opened -> opened.content().getText();
            case Refused<NoteSection> refused -> throw new AssertionError("Stays closed: " + refused.code());
        };
    }

    private void createCompactedTopic() throws Exception {
        Map<String, String> eager = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0",
                TopicConfig.SEGMENT_MS_CONFIG, "100");
        try (Admin admin = Admin.create(connection())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(eager)))
                    .all()
                    .get();
        }
    }

    /** Compaction has passed over the keys when the marker before them, replaced since, is gone. */
    private void awaitCompaction(KafkaProducer<String, byte[]> producer) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            write(producer, MARKER, new byte[] {1});
            assertThat(readAll().getFirst().offset()).isPositive();
        });
    }

    private void write(KafkaProducer<String, byte[]> producer, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    private Map<String, byte[]> keysKept() {
        Map<String, byte[]> kept = new HashMap<>();
        readAll().forEach(row -> kept.put(row.key(), row.value()));
        return kept;
    }

    private List<ConsumerRecord<String, byte[]>> readAll() {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<ConsumerRecord<String, byte[]>> rows = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(connection(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(rows::add);
            }
        }
        return rows;
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(connection(), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> connection() {
        return Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, Platform.shared().bootstrapServers());
    }
}
