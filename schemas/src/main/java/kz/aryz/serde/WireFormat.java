package kz.aryz.serde;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** Confluent's wire format: a zero byte, the schema's id in four bytes, most significant first, the Avro body. */
final class WireFormat {

    static final int HEADER_BYTES = 5;
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
        if (record.length < HEADER_BYTES || record[0] != MAGIC) {
            throw new SerializationException("A record on " + topic + " has no schema id");
        }
        return ByteBuffer.wrap(record).getInt(1);
    }
}
