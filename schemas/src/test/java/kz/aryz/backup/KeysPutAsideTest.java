package kz.aryz.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.aryz.backup.Manifest.PartitionLog;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysPutAsideTest {

    private static final String LETTERS = Topics.TRIAGE_DEAD_LETTERS.name();

    @TempDir
    private Path folder;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final KeysPutAside keys = new KeysPutAside();

    @Test
    void aDeadLetterThatIsAWrappedKeyIsInNoPartWithData() throws IOException {
        consumer.schedulePollTask(() -> {
            consumer.addRecord(letter(0, Topics.KEYS, "wrapped"));
            consumer.addRecord(letter(1, Topics.SUBMISSIONS, "sealed"));
            consumer.addRecord(letter(2, Topics.KEYS, null));
            consumer.addRecord(letter(3, Topics.KEYS, "wrapped"));
        });

        PartitionLog copied = copy(new PartitionLog(LETTERS, 0, 0, 4, 0));

        assertThat(keys.count()).isEqualTo(2);
        assertThat(copied.records()).isEqualTo(2);
        assertThat(copied.end()).isEqualTo(4);
    }

    private PartitionLog copy(PartitionLog log) throws IOException {
        try (UnfinishedPart part = UnfinishedPart.create(folder.resolve("data"))) {
            return new TopicCopy(consumer, part, keys::leaveOut)
                    .copy(List.of(log))
                    .getFirst();
        }
    }

    private static ConsumerRecord<byte[], byte[]> letter(long offset, Topic<?> from, @Nullable String value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(DeadLetterHeaders.TOPIC, from.name().getBytes(UTF_8));
        return new ConsumerRecord<>(
                LETTERS,
                0,
                offset,
                1000 + offset,
                TimestampType.CREATE_TIME,
                0,
                0,
                (from.name() + "/4/" + offset).getBytes(UTF_8),
                value == null ? null : value.getBytes(UTF_8),
                headers,
                Optional.empty());
    }
}
