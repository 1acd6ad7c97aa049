package kz.aryz.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.backup.Manifest.Part;
import kz.aryz.backup.Manifest.PartitionLog;
import kz.aryz.backup.Manifest.SchemaVersion;
import kz.aryz.backup.Manifest.SubjectVersions;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.KeyDestroyed;
import kz.aryz.schema.LegalHold;
import kz.aryz.serde.AvroBinary;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestroyedKeysTest {

    private static final int SCHEMA = 7;
    private static final String DESTROYED = "c1/identity/k1";
    private static final String ALIVE = "c1/account/k2";

    @TempDir
    private Path folder;

    @Test
    void aRowOfADestroyedKeyIsLeftOutOfAnOlderPartAndEveryOtherStaysAtItsPlace() throws IOException {
        DestroyedKeys destroyed = DestroyedKeys.of(part(destruction(), hold()));
        PartitionLog log = new PartitionLog(Topics.KEYS.name(), 4, 0, 3, 3);
        Path keys = write(
                "keys",
                Part.WRAPPED_KEYS,
                log,
                List.of(
                        row(log, 0, DESTROYED, "wrapped"),
                        row(log, 1, ALIVE, "wrapped"),
                        row(log, 2, DESTROYED, null)));

        try (PartitionCourse course = new PartitionCourse(
                log,
                StoredPart.open(keys, Part.WRAPPED_KEYS).records(log),
                new SchemaIdChange(Map.of()),
                destroyed::areBroughtBackBy)) {
            assertThat(course.record()).isNull();
            assertThat(course.gap()).isPresent();
            assertThat(course.record())
                    .isNotNull()
                    .extracting(ConsumerRecord::key)
                    .isEqualTo(ALIVE.getBytes(UTF_8));
            assertThat(course.record())
                    .isNotNull()
                    .extracting(ConsumerRecord::value)
                    .isNull();
            assertThat(course.isDone()).isTrue();
        }
    }

    @Test
    void ofItsDeadLettersNoneComesBackEither() throws IOException {
        DestroyedKeys destroyed = DestroyedKeys.of(part(destruction()));

        assertThat(destroyed.areBroughtBackBy(letter(Topics.KEYS.name(), DESTROYED)))
                .isTrue();
        assertThat(destroyed.areBroughtBackBy(letter(Topics.KEYS.name(), ALIVE)))
                .isFalse();
        assertThat(destroyed.areBroughtBackBy(letter(Topics.SUBMISSIONS.name(), DESTROYED)))
                .isFalse();
    }

    @Test
    void withoutADestructionOnRecordNothingIsLeftOut() throws IOException {
        DestroyedKeys destroyed = DestroyedKeys.of(part(hold()));

        assertThat(destroyed.keyRefs()).isEmpty();
        assertThat(destroyed.unreadable()).isZero();
    }

    @Test
    void whatCannotBeReadMayTellOfMore() throws IOException {
        DestroyedKeys destroyed = DestroyedKeys.of(part(destruction(), new byte[] {0, 0, 0, 0, 99, 1}, new byte[] {1}));

        assertThat(destroyed.keyRefs()).containsExactly(DESTROYED);
        assertThat(destroyed.unreadable()).isEqualTo(2);
    }

    private static byte[] destruction() {
        return onTheWire(event(AccessEventKind.KEY_DESTROYED)
                .setKeyDestroyed(KeyDestroyed.newBuilder()
                        .setSections(List.of("identity"))
                        .setKeyRefs(List.of(DESTROYED))
                        .setApprovals(List.of("one", "two"))
                        .setLegalHoldCheckHash(ByteBuffer.allocate(32))
                        .build()));
    }

    private static byte[] hold() {
        return onTheWire(event(AccessEventKind.LEGAL_HOLD_SET)
                .setLegalHold(LegalHold.newBuilder()
                        .setReason("COURT_PROCEEDINGS")
                        .setRole("commissioner-officer")
                        .setUnits(List.of())
                        .setBodies(List.of("COMMISSIONER"))
                        .setService("notifier")
                        .build()));
    }

    private static AccessEvent.Builder event(AccessEventKind kind) {
        return AccessEvent.newBuilder()
                .setKind(kind)
                .setHeader(EventHeader.newBuilder()
                        .setEventId("e")
                        .setComplaintId("c1")
                        .setOccurredAt(Instant.EPOCH)
                        .setRecordedAt(Instant.EPOCH)
                        .build());
    }

    private static byte[] onTheWire(AccessEvent.Builder event) {
        byte[] body = AvroBinary.encode(event.build());
        return ByteBuffer.allocate(body.length + 5)
                .put((byte) 0)
                .putInt(SCHEMA)
                .put(body)
                .array();
    }

    private StoredPart part(byte[]... accesses) throws IOException {
        PartitionLog log = new PartitionLog(Topics.ACCESSES.name(), 2, 0, accesses.length, accesses.length);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (byte[] access : accesses) {
            records.add(record(log.topic(), log.partition(), records.size(), "c1".getBytes(UTF_8), access));
        }
        return StoredPart.open(write("data", Part.DATA, log, records), Part.DATA);
    }

    private Path write(String name, Part part, PartitionLog log, List<ConsumerRecord<byte[], byte[]>> records)
            throws IOException {
        Path target = folder.resolve(name);
        SubjectVersions subject = new SubjectVersions(
                Topics.ACCESSES.subject(),
                "",
                List.of(new SchemaVersion(SCHEMA, AccessEvent.getClassSchema().toString())));
        try (UnfinishedPart unfinished = UnfinishedPart.create(target)) {
            try (RecordWriter writer = new RecordWriter(unfinished.file(log.file()))) {
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    writer.append(record);
                }
            }
            unfinished.finish(new Manifest(
                    Manifest.FORMAT,
                    part,
                    "id",
                    "2026-11-26T00:00:00Z",
                    List.of(),
                    List.of(log),
                    List.of(),
                    List.of(subject),
                    List.of()));
        }
        return target;
    }

    private static ConsumerRecord<byte[], byte[]> row(
            PartitionLog log, long offset, String keyRef, @Nullable String value) {
        return record(
                log.topic(),
                log.partition(),
                offset,
                keyRef.getBytes(UTF_8),
                value == null ? null : value.getBytes(UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> letter(String topic, String key) {
        ConsumerRecord<byte[], byte[]> letter = record(
                Topics.TRIAGE_DEAD_LETTERS.name(), 0, 0, (topic + "/4/0").getBytes(UTF_8), "wrapped".getBytes(UTF_8));
        letter.headers()
                .add(DeadLetterHeaders.TOPIC, topic.getBytes(UTF_8))
                .add(DeadLetterHeaders.KEY, key.getBytes(UTF_8));
        return letter;
    }

    private static ConsumerRecord<byte[], byte[]> record(
            String topic, int partition, long offset, byte[] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                1000 + offset,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
