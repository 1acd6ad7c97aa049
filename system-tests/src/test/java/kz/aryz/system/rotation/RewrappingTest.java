package kz.aryz.system.rotation;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Opening;
import kz.aryz.sealing.Opening.Code;
import kz.aryz.sealing.Opening.Opened;
import kz.aryz.sealing.Opening.Refused;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.SealedSection;
import kz.aryz.sealing.Section;
import kz.aryz.sealing.rotation.Renewal;
import kz.aryz.sealing.rotation.Renewal.Standing;
import kz.aryz.sealing.rotation.Rewrapping;
import kz.aryz.sealing.rotation.RotationClients;
import kz.aryz.sealing.rotation.Tally;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.system.Platform;
import kz.aryz.system.Uses;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wrapping keys anew on a log that others write to, against a real broker. */
@Uses(Platform.class)
class RewrappingTest {

    private static final Set<Recipient> BOTH = Set.of(Recipient.TRIAGE, Recipient.COMMISSIONER);

    private final String name = "keys-" + UUID.randomUUID();
    private final Topic<WrappedKey> topic = new Topic<>(
            name,
            WrappedKey.class,
            Topics.KEYS.key(),
            Topics.KEYS.partitioning(),
            Topics.KEYS.retention(),
            false,
            Topics.KEYS.writers(),
            Topics.KEYS.readers());
    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final KeyLog log = new KeyLog(Platform.shared().bootstrapServers(), serdes, topic);
    private final Keysets before = Keysets.generate();
    private final Keysets after = before.withNewKeyOf(Recipient.TRIAGE);
    private final Renewal renewal = after.renewal(Recipient.TRIAGE);

    @BeforeEach
    void createTopic() throws Exception {
        Map<String, String> compacted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        try (Admin admin = Admin.create(log.connection())) {
            admin.createTopics(List.of(new NewTopic(name, topic.partitions(), (short) 1).configs(compacted)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void close() {
        log.close();
        serdes.close();
    }

    @Test
    void everySectionOfAMixedLogStaysReadableAndWhatWasDestroyedStaysDestroyed() {
        List<SealedSection> old = sealMany(before, BOTH, 40);
        List<SealedSection> recent = sealMany(after, BOTH, 10);
        List<SealedSection> others = sealMany(before, Set.of(Recipient.COMMISSIONER), 5);
        List<SealedSection> destroyed = sealMany(before, BOTH, 5);
        destroyed.forEach(section -> log.destroy(section.key()));

        Tally tally = rewrapping(renewal).run();

        assertThat(tally).isEqualTo(new Tally(40, 10, 5, 0, 0));
        Map<String, WrappedKey> rows = log.rows();
        assertThat(rows).hasSize(55);
        assertThat(old).allSatisfy(section -> assertOpens(section, rows, Recipient.TRIAGE, Recipient.COMMISSIONER));
        assertThat(recent).allSatisfy(section -> assertOpens(section, rows, Recipient.TRIAGE, Recipient.COMMISSIONER));
        assertThat(others).allSatisfy(section -> assertOpens(section, rows, Recipient.COMMISSIONER));
        assertThat(destroyed)
                .allSatisfy(section ->
                        assertThat(open(section, rows, Recipient.TRIAGE)).isEqualTo(new Refused<>(Code.NO_KEY)));
        assertThat(rows)
                .noneSatisfy(
                        (key, row) -> assertThat(renewal.standing(key, row)).isEqualTo(Standing.OUTDATED));
    }

    @Test
    void aSecondRunFindsNothingToDoAndWritesNothing() {
        sealMany(before, BOTH, 10);
        rewrapping(renewal).run();
        int written = log.messages().size();

        Tally tally = rewrapping(renewal).run();

        assertThat(tally).isEqualTo(new Tally(0, 10, 0, 0, 0));
        assertThat(log.messages()).hasSize(written);
    }

    @Test
    void aRehearsalCountsAndWritesNothing() {
        sealMany(before, BOTH, 10);

        Tally tally = rewrapping(renewal).rehearse();

        assertThat(tally).isEqualTo(new Tally(10, 0, 0, 0, 0));
        assertThat(log.messages()).hasSize(10);
    }

    @Test
    void aKeyThatIsDestroyedWhileItIsRenewedDoesNotComeBack() {
        List<SealedSection> sections = sealMany(before, BOTH, 30);
        WrappedKey victim = sections.getFirst().key();

        Tally tally = rewrapping(meanwhile(victim, log::destroy)).run();

        assertThat(tally).isEqualTo(new Tally(29, 0, 0, 0, 0));
        assertThat(log.rows()).hasSize(29).doesNotContainKey(KeyReference.of(victim));
        assertThat(log.messages().stream()
                        .filter(message -> message.key().equals(KeyReference.of(victim)))
                        .map(message -> message.value() == null))
                .as("the row, then its tombstone, and nothing a reader ever saw after it")
                .containsExactly(false, true);
    }

    @Test
    void whatSomebodyElseAddsToARowWhileItIsRenewedIsNotLost() {
        SealedSection section = sealMany(before, BOTH, 1).getFirst();
        KeyWrap added =
                new KeyWrap("PROSECUTOR", section.key().getWraps().getLast().getWrapped());

        rewrapping(meanwhile(section.key(), row -> log.put(with(row, added)))).run();

        WrappedKey row = Objects.requireNonNull(log.rows().get(KeyReference.of(section.key())));
        assertThat(row.getWraps()).hasSize(3).contains(added);
        assertOpens(section, log.rows(), Recipient.TRIAGE, Recipient.COMMISSIONER);
    }

    @Test
    void aRunThatBrokeOffIsTakenUp() {
        List<SealedSection> sections = sealMany(before, BOTH, 60);
        WrappedKey fatal = sections.getLast().key();
        Rewrapping breaking = rewrapping(meanwhile(fatal, row -> {
            throw new IllegalStateException("The process died");
        }));
        assertThatThrownBy(breaking::run).hasMessage("The process died");

        Tally tally = rewrapping(renewal).run();

        assertThat(tally.renewed()).isPositive();
        assertThat(tally.renewed() + tally.current()).isEqualTo(60);
        Map<String, WrappedKey> rows = log.rows();
        assertThat(sections).allSatisfy(section -> assertOpens(section, rows, Recipient.TRIAGE));
    }

    @Test
    void whatADeadRunLeftUncommittedIsNeverSeenAndInNobodysWay() throws Exception {
        List<SealedSection> sections = sealMany(before, BOTH, 5);
        WrappedKey victim = sections.getFirst().key();
        try (KafkaProducer<String, byte[]> dead = transactional()) {
            dead.initTransactions();
            dead.beginTransaction();
            dead.send(log.record(renewal.renew(victim).orElseThrow())).get();
            log.destroy(victim);

            Tally tally = rewrapping(renewal).run();

            assertThat(tally.renewed()).isEqualTo(4);
            assertThatThrownBy(dead::commitTransaction).isInstanceOf(KafkaException.class);
        }
        assertThat(log.rows()).hasSize(4).doesNotContainKey(KeyReference.of(victim));
    }

    @Test
    void aRowThatCannotBeReadIsCountedAndLeftAsItIs() {
        SealedSection foreign = sealMany(Keysets.generate(), BOTH, 1).getFirst();
        sealMany(before, BOTH, 3);

        Tally tally = rewrapping(renewal).run();

        assertThat(tally).isEqualTo(new Tally(3, 0, 0, 1, 0));
        assertThat(tally.isComplete()).isFalse();
        assertThat(log.rows()).containsEntry(KeyReference.of(foreign.key()), foreign.key());
    }

    @Test
    void afterCompactionNothingInTheLogIsWrappedForTheFormerKey() throws Exception {
        SealedSection section = sealMany(before, BOTH, 1).getFirst();
        rewrapping(renewal).run();
        compactEagerly();
        SealedSection roll = seal(after, section.key().getComplaintId(), BOTH);

        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            log.put(roll.key());
            assertThat(log.messages())
                    .noneSatisfy(message -> assertThat(renewal.standing(message.key(), log.row(message)))
                            .isEqualTo(Standing.OUTDATED));
        });

        assertOpens(section, log.rows(), Recipient.TRIAGE, Recipient.COMMISSIONER);
    }

    private void compactEagerly() throws Exception {
        List<AlterConfigOp> eager = List.of(
                set(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0"), set(TopicConfig.SEGMENT_MS_CONFIG, "100"));
        try (Admin admin = Admin.create(log.connection())) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, name), eager))
                    .all()
                    .get();
        }
    }

    private static AlterConfigOp set(String setting, String value) {
        return new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
    }

    /** The renewal, while which something happens to a row once, after it was read and before it is written. */
    private Renewal meanwhile(WrappedKey victim, Consumer<WrappedKey> happens) {
        AtomicBoolean happened = new AtomicBoolean();
        return new Renewal() {
            @Override
            public Standing standing(String recordKey, WrappedKey row) {
                return renewal.standing(recordKey, row);
            }

            @Override
            public Optional<WrappedKey> renew(WrappedKey outdated) {
                if (outdated.equals(victim) && !happened.getAndSet(true)) {
                    happens.accept(outdated);
                }
                return renewal.renew(outdated);
            }
        };
    }

    private static WrappedKey with(WrappedKey row, KeyWrap added) {
        WrappedKey more = WrappedKey.newBuilder(row).build();
        more.getWraps().add(added);
        return more;
    }

    private Rewrapping rewrapping(Renewal how) {
        return new Rewrapping(new RotationClients(log.connection(), serdes, name), topic, how);
    }

    private KafkaProducer<String, byte[]> transactional() {
        Map<String, Object> config = new HashMap<>(log.connection());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private List<SealedSection> sealMany(Keysets keysets, Set<Recipient> recipients, int complaints) {
        return IntStream.range(0, complaints)
                .mapToObj(complaint -> seal(keysets, UUID.randomUUID().toString(), recipients))
                .toList();
    }

    private SealedSection seal(Keysets keysets, String complaintId, Set<Recipient> recipients) {
        SealedSection section = keysets.sealer(Clock.systemUTC())
                .seal(complaintId, Section.NOTE, new NoteSection(complaintId), recipients);
        log.put(section.key());
        return section;
    }

    private void assertOpens(SealedSection section, Map<String, WrappedKey> rows, Recipient... recipients) {
        for (Recipient recipient : recipients) {
            assertThat(open(section, rows, recipient))
                    .isEqualTo(new Opened<>(new NoteSection(section.key().getComplaintId())));
        }
    }

    private Opening<NoteSection> open(SealedSection section, Map<String, WrappedKey> rows, Recipient recipient) {
        WrappedKey row = rows.get(section.sealed().getKeyRef());
        return after.opener(recipient).open(section.key().getComplaintId(), Section.NOTE, section.sealed(), row);
    }
}
