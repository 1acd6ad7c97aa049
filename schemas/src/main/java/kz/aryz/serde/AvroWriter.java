package kz.aryz.serde;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes a generated record in {@link WireFormat}. The body first: what does not fit its schema never will. */
final class AvroWriter<V> implements Serializer<V> {

    private final SchemaIds ids;

    AvroWriter(SchemaIds ids) {
        this.ids = ids;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable V value) {
        if (value == null) {
            return null;
        }
        SpecificRecord fact = (SpecificRecord) value;
        byte[] body = AvroBinary.encode(fact);
        return WireFormat.record(ids.id(topic, fact), body);
    }
}
