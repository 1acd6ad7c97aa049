package kz.aryz.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Ids of things that follow from others: a replay repeats the id instead of making a second thing. */
public final class DeterministicId {

    private DeterministicId() {}

    /** UUIDv8 (RFC 9562) of the SHA-256 over the parts, each preceded by its length in bytes. */
    public static String of(String... parts) {
        MessageDigest digest = Sha256.begin();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return HashUuid.of(digest.digest());
    }
}
