package kz.aryz.serde;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.apache.kafka.common.errors.SerializationException;

/** Confluent's wire format: a zero byte, the schema's id in four bytes, most significant first, the Avro body. */
public final class WireFormat {

    /** Bytes before the Avro body. */
    public static final int HEADER_BYTES = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    static byte[] record(int id, byte[] body) {
        return ByteBuffer.allocate(HEADER_BYTES + body.length)
                .put(MAGIC)
                .putInt(id)
                .put(body)
                .array();
    }

    /** The schema's id. */
    static int id(String topic, byte[] record) {
        return id(record).orElseThrow(() -> new SerializationException("A record on " + topic + " has no schema id"));
    }

    /** The schema's id; empty where the bytes are in another format. */
    public static OptionalInt id(byte[] record) {
        return record.length < HEADER_BYTES || record[0] != MAGIC
                ? OptionalInt.empty()
                : OptionalInt.of(ByteBuffer.wrap(record).getInt(1));
    }

    /** The same record with another id before it. */
    public static byte[] withId(int id, byte[] record) {
        byte[] changed = record.clone();
        ByteBuffer.wrap(changed).putInt(1, id);
        return changed;
    }
}
