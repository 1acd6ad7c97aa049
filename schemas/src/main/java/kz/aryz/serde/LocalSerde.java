package kz.aryz.serde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Avro's single-object encoding: two marker bytes, the schema's 64-bit fingerprint, the body. Reads what it has the schema of. */
final class LocalSerde<V> {

    static {
        TrustedRecords.tellAvro();
    }

    private final BinaryMessageEncoder<V> encoder;
    private final BinaryMessageDecoder<V> decoder;

    private LocalSerde(Class<V> type, Collection<Schema> earlier) {
        SpecificData data = SpecificData.getForClass(type);
        Schema schema = data.getSchema(type);
        encoder = new BinaryMessageEncoder<>(data, schema);
        decoder = new BinaryMessageDecoder<>(data, schema);
        earlier.forEach(decoder::addSchema);
    }

    /** One that also reads what was written with the {@code earlier} schemas. */
    static <V> Serde<V> of(Class<V> type, Collection<Schema> earlier) {
        LocalSerde<V> local = new LocalSerde<>(type, earlier);
        return Serdes.serdeFrom(
                (topic, value) -> local.write(topic, value), (topic, bytes) -> local.read(topic, bytes));
    }

    private byte @Nullable [] write(String store, @Nullable V value) {
        if (value == null) {
            return null;
        }
        try {
            ByteBuffer bytes = encoder.encode(value);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AvroRuntimeException | NullPointerException e) {
            throw new SerializationException("A value of " + store + " does not fit its schema");
        }
    }

    private @Nullable V read(String store, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return decoder.decode(bytes);
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("A value of " + store + " cannot be read");
        }
    }
}
