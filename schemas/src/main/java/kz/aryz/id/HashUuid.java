package kz.aryz.id;

import java.nio.ByteBuffer;
import java.util.UUID;

/** A UUID of version 8 (RFC 9562, section 5.8) made of the first 122 free bits of a hash. */
final class HashUuid {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private HashUuid() {}

    static String of(byte[] hash) {
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long high = (bits.getLong() & ~0xF000L) | VERSION_8;
        long low = (bits.getLong() >>> 2) | VARIANT;
        return new UUID(high, low).toString();
    }
}
