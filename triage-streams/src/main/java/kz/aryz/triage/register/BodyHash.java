package kz.aryz.triage.register;

import java.nio.ByteBuffer;
import kz.aryz.id.Sha256;
import kz.aryz.serde.AvroBinary;
import org.apache.avro.specific.SpecificRecord;

/** SHA-256 of a record's Avro binary body: what stands on the topic behind the five-byte header. */
final class BodyHash {

    private BodyHash() {}

    static ByteBuffer of(SpecificRecord record) {
        return ByteBuffer.wrap(Sha256.of(AvroBinary.encode(record)));
    }
}
