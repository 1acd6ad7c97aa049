package kz.aryz.sealing;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.id.SecretFileException;

/**
 * The private keys of a recipient over a rotation: where something is wrapped for a key that is not among them, the
 * keyset is looked up anew, so that a running reader opens what is wrapped for a key that is newer than itself. Safe for
 * use by several threads.
 */
final class PrivateKeyring {

    private final Supplier<KeysetHandle> source;
    private volatile PrivateKeys keys;

    PrivateKeyring(Supplier<KeysetHandle> source) throws GeneralSecurityException {
        this.source = source;
        this.keys = new PrivateKeys(source.get());
    }

    /**
     * The keys, if {@code wrapped} names one of them.
     *
     * @throws KeysUnavailableException if that cannot be told, because the keyset cannot be read at the moment
     */
    Optional<PrivateKeys> named(byte[] wrapped) {
        PrivateKeys known = keys;
        if (!known.match(wrapped)) {
            known = lookUp();
        }
        return known.match(wrapped) ? Optional.of(known) : Optional.empty();
    }

    private PrivateKeys lookUp() {
        try {
            PrivateKeys now = new PrivateKeys(source.get());
            keys = now;
            return now;
        } catch (SecretFileException | GeneralSecurityException e) {
            throw new KeysUnavailableException(e);
        }
    }
}
