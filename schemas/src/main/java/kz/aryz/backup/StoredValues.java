package kz.aryz.backup;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import kz.aryz.backup.Manifest.PartitionLog;
import kz.aryz.serde.AvroBinary;
import kz.aryz.serde.WireFormat;
import kz.aryz.topic.Topic;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The values of a topic as they lie in a part of a backup, read with the schemas that the backup has of them. */
final class StoredValues<V> {

    private final StoredPart part;
    private final Topic<V> topic;
    private final Map<Integer, Schema> schemas = new HashMap<>();

    StoredValues(StoredPart part, Topic<V> topic) {
        this.part = part;
        this.topic = topic;
        part.manifest().subjects().stream()
                .filter(subject -> subject.name().equals(topic.subject()))
                .flatMap(subject -> subject.versions().stream())
                .forEach(version -> schemas.put(version.id(), new Schema.Parser().parse(version.schema())));
    }

    /** Hands on every record of the topic in the part, partition by partition. */
    void forEach(Consumer<ConsumerRecord<byte[], byte[]>> each) throws IOException {
        for (PartitionLog log : part.manifest().logs()) {
            if (log.topic().equals(topic.name())) {
                try (RecordReader records = part.records(log)) {
                    records.forEachRemaining(each);
                }
            }
        }
    }

    /** Empty for what is no value of the topic, and for none. */
    Optional<V> read(byte @Nullable [] value) {
        OptionalInt id = value == null ? OptionalInt.empty() : WireFormat.id(value);
        Schema schema = id.isPresent() ? schemas.get(id.getAsInt()) : null;
        if (schema == null || value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(AvroBinary.decode(topic.valueType(), schema, value, WireFormat.HEADER_BYTES));
        } catch (SerializationException unreadable) {
            return Optional.empty();
        }
    }
}
