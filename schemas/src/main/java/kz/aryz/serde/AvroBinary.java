package kz.aryz.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A generated record as Avro's binary encoding, without any header. Neither the messages nor the causes of what is
 * thrown repeat content.
 */
public final class AvroBinary {

    static {
        TrustedRecords.tellAvro();
    }

    private AvroBinary() {}

    /**
     * The record as bytes.
     *
     * @throws SerializationException if the record does not fit its schema
     */
    public static byte[] encode(SpecificRecord value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            writer(value).write(value, encoder);
            encoder.flush();
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            throw refused("written", value.getClass(), e);
        }
        return out.toByteArray();
    }

    /**
     * The record in the bytes from {@code offset} on.
     *
     * @param writer the schema the bytes were written with
     * @throws SerializationException if the bytes are not exactly one record of that schema
     */
    public static <V> V decode(Class<V> type, Schema writer, byte[] bytes, int offset) {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
        SpecificDatumReader<V> reader = new SpecificDatumReader<>(type);
        reader.setSchema(writer);
        try {
            V value = reader.read(null, decoder);
            if (decoder.isEnd()) {
                return value;
            }
        } catch (IOException | RuntimeException e) {
            throw refused("read", type, e);
        }
        throw new SerializationException("Bytes are left over after a record of " + type.getSimpleName());
    }

    /** What a field of bytes holds, copied; the field can be read again. */
    public static byte[] bytes(ByteBuffer field) {
        byte[] bytes = new byte[field.remaining()];
        field.duplicate().get(bytes);
        return bytes;
    }

    @SuppressWarnings("unchecked")
    private static SpecificDatumWriter<SpecificRecord> writer(SpecificRecord value) {
        return new SpecificDatumWriter<>((Class<SpecificRecord>) value.getClass());
    }

    private static SerializationException refused(String verb, Class<?> type, Exception cause) {
        return new SerializationException("A record of %s cannot be %s: %s"
                .formatted(type.getSimpleName(), verb, cause.getClass().getSimpleName()));
    }
}
