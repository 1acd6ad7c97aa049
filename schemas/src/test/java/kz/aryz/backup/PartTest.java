package kz.aryz.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.aryz.backup.Manifest.Part;
import kz.aryz.backup.Manifest.PartitionLog;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {

    private static final PartitionLog LOG = new PartitionLog("cases.events", 3, 5, 9, 2);

    @TempDir
    private Path folder;

    @Test
    void recordsAreReadAsTheyWereWritten() throws IOException {
        ConsumerRecord<byte[], byte[]> record = record(5, "key".getBytes(UTF_8), "value".getBytes(UTF_8));
        record.headers().add("said", "so".getBytes(UTF_8)).add("empty", null);
        ConsumerRecord<byte[], byte[]> tombstone = record(8, null, null);

        List<ConsumerRecord<byte[], byte[]>> read = read(write("part", List.of(record, tombstone)));

        assertThat(read).extracting(ConsumerRecord::offset).containsExactly(5L, 8L);
        assertThat(read).extracting(ConsumerRecord::timestamp).containsExactly(1005L, 1008L);
        assertThat(read).extracting(ConsumerRecord::key).containsExactly("key".getBytes(UTF_8), null);
        assertThat(read).extracting(ConsumerRecord::value).containsExactly("value".getBytes(UTF_8), null);
        assertThat(read.getFirst().headers()).isEqualTo(record.headers());
        assertThat(read.getLast().headers()).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                LOG.topic(),
                LOG.partition(),
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

    private Path write(String name, List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
        Path target = folder.resolve(name);
        try (UnfinishedPart part = UnfinishedPart.create(target)) {
            try (RecordWriter writer = new RecordWriter(part.file(LOG.file()))) {
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    writer.append(record);
                }
            }
            part.finish(manifest());
        }
        return target;
    }

    private static Manifest manifest() {
        return new Manifest(
                Manifest.FORMAT,
                Part.DATA,
                "id",
                "2022-01-06T00:00:00Z",
                List.of(),
                List.of(LOG),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(Path part) throws IOException {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        try (RecordReader reader = StoredPart.open(part, Part.DATA).records(LOG)) {
            reader.forEachRemaining(read::add);
        }
        return read;
    }

    @Test
    void aFileThatIsMissingOrTooMuchIsNamed() throws IOException {
        Path part = write("part", List.of());
        Files.move(part.resolve(LOG.file()), part.resolve("other.avro"));

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> StoredPart.open(part, Part.DATA))
                .withMessageContaining("cases.events-3.avro, other.avro");
    }

    @Test
    void aManifestThatWasChangedIsNamed() throws IOException {
        Path part = write("part", List.of());
        Path manifest = part.resolve(StoredPart.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest).replace("2022", "2023"));

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> StoredPart.open(part, Part.DATA))
                .withMessageContaining("manifest.json");
    }

    @Test
    void onePartIsNotTakenForTheOther() throws IOException {
        Path part = write("part", List.of());

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> StoredPart.open(part, Part.WRAPPED_KEYS))
                .withMessageContaining("DATA");
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        Path part = write("part", List.of());

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> UnfinishedPart.create(part))
                .withMessageContaining("is not empty");
        assertThat(read(part)).isEmpty();
    }

    @Test
    void whatCameToNoEndLeavesNothing() throws IOException {
        try (UnfinishedPart part = UnfinishedPart.create(folder.resolve("part"))) {
            part.file("some.avro").close();
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Files.createDirectory(folder.resolve("part"));

        assertThat(read(write("part", List.of()))).isEmpty();
    }
}
