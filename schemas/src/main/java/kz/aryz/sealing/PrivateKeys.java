package kz.aryz.sealing;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A recipient's private keys: the present one and those that were rotated out. */
final class PrivateKeys {

    /** First byte of what Tink encrypts with a prefix; the key's id follows, four bytes big-endian. */
    private static final byte TINK_PREFIX = 1;

    private final HybridDecrypt primitive;
    private final int primary;
    private final Set<Integer> ids;

    PrivateKeys(KeysetHandle keyset) throws GeneralSecurityException {
        this.primitive = keyset.getPrimitive(Tink.HYBRID, HybridDecrypt.class);
        this.primary = keyset.getPrimary().getId();
        this.ids = IntStream.range(0, keyset.size())
                .mapToObj(index -> keyset.getAt(index).getId())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether {@code wrapped} names one of these keys. */
    boolean match(byte[] wrapped) {
        return keyId(wrapped).filter(ids::contains).isPresent();
    }

    /** Whether {@code wrapped} names the present one of these keys. */
    boolean matchPrimary(byte[] wrapped) {
        return keyId(wrapped).filter(id -> id == primary).isPresent();
    }

    private static Optional<Integer> keyId(byte[] wrapped) {
        boolean prefixed = wrapped.length > Integer.BYTES && wrapped[0] == TINK_PREFIX;
        return prefixed ? Optional.of(ByteBuffer.wrap(wrapped).getInt(1)) : Optional.empty();
    }

    byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
        return primitive.decrypt(wrapped, context);
    }
}
