package kz.aryz.serde;

import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads a generated record from {@link WireFormat}, whichever compatible schema it was written with. */
final class AvroReader<V> implements Deserializer<V> {

    private final SchemaIds ids;
    private final Class<V> type;

    AvroReader(SchemaIds ids, Class<V> type) {
        this.ids = ids;
        this.type = type;
    }

    @Override
    public @Nullable V deserialize(String topic, byte @Nullable [] record) {
        return record == null
                ? null
                : AvroBinary.decode(type, ids.writer(topic, record), record, WireFormat.HEADER_BYTES);
    }
}
