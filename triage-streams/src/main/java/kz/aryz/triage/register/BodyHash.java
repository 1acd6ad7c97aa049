package kz.aryz.triage.register;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import kz.aryz.serde.AvroBinary;
import org.apache.avro.specific.SpecificRecord;

/** SHA-256 of a record's Avro binary body: what stands on the topic behind the five-byte header. */
final class BodyHash {

    private BodyHash() {}

    static ByteBuffer of(SpecificRecord record) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(AvroBinary.encode(record)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform offers SHA-256", e);
        }
    }
}
