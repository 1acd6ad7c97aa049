package kz.aryz.sealing;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import kz.aryz.id.SecretFileException;

/**
 * The keysets a process holds: everybody's public keys, and private keys only of whom it may open for. Immutable.
 *
 * <p>Where they come from is a URI. {@code file:} is a directory of Tink keysets in JSON. A key management service is
 * another scheme here: the private keyset is then stored encrypted and {@link #load} decrypts it with the service's
 * {@link com.google.crypto.tink.KmsClient}; nothing else changes, because nothing else sees where a key came from.
 */
public final class Keysets {

    private final Map<Recipient, KeysetHandle> publicKeys;
    private final Map<Recipient, KeysetHandle> privateKeys;

    Keysets(Map<Recipient, KeysetHandle> publicKeys, Map<Recipient, KeysetHandle> privateKeys) {
        this.publicKeys = new EnumMap<>(publicKeys);
        this.privateKeys = new EnumMap<>(Recipient.class);
        this.privateKeys.putAll(privateKeys);
    }

    /**
     * Loads what is there: a public keyset for each recipient, and private ones if any.
     *
     * @throws SecretFileException if one is missing, damaged, open to others, or of another pair; the message says
     *     what to do
     */
    public static Keysets load(URI location) {
        if (!"file".equals(location.getScheme())) {
            throw new SecretFileException("Keysets are read from a file: URI of a directory, not from scheme "
                    + location.getScheme() + ". Example: file:///etc/aryz/keys/triage");
        }
        return new KeysetDirectory(Path.of(location)).load();
    }

    /** A new pair for each recipient. */
    public static Keysets generate() {
        Map<Recipient, KeysetHandle> publicKeys = new EnumMap<>(Recipient.class);
        Map<Recipient, KeysetHandle> privateKeys = new EnumMap<>(Recipient.class);
        try {
            for (Recipient recipient : Recipient.values()) {
                KeysetHandle pair = Tink.newRecipientKey();
                privateKeys.put(recipient, pair);
                publicKeys.put(recipient, pair.getPublicKeysetHandle());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No keys can be made on this Java platform", e);
        }
        return new Keysets(publicKeys, privateKeys);
    }

    /** A sealer for every recipient. */
    public Sealer sealer(Clock clock) {
        Map<Recipient, HybridEncrypt> primitives = new EnumMap<>(Recipient.class);
        try {
            for (Map.Entry<Recipient, KeysetHandle> key : publicKeys.entrySet()) {
                primitives.put(key.getKey(), key.getValue().getPrimitive(Tink.HYBRID, HybridEncrypt.class));
            }
        } catch (GeneralSecurityException e) {
            throw new SecretFileException("A public keyset is not of the kind this version seals with", e);
        }
        return new Sealer(primitives, clock);
    }

    /**
     * An opener of what is sealed for {@code recipient}.
     *
     * @throws SecretFileException if the private keyset of that recipient is not here
     */
    public Opener opener(Recipient recipient) {
        KeysetHandle keyset = privateKeys.get(recipient);
        if (keyset == null) {
            throw new SecretFileException("The private keyset of %s is missing: %s belongs into the directory of keys."
                    .formatted(recipient, KeysetDirectory.privateName(recipient)));
        }
        try {
            return new Opener(recipient, keyset, SectionSchemas.of(ReleasedSchemas.load()));
        } catch (GeneralSecurityException e) {
            throw new SecretFileException("The private keyset of " + recipient + " is not of the kind used here", e);
        }
    }

    /** Whom this process can open for. */
    public Set<Recipient> canOpenFor() {
        return Set.copyOf(privateKeys.keySet());
    }

    /** The same with the private keys of {@code kept} only. */
    Keysets withPrivateKeysOf(Set<Recipient> kept) {
        Map<Recipient, KeysetHandle> some = new EnumMap<>(privateKeys);
        some.keySet().retainAll(kept);
        return new Keysets(publicKeys, some);
    }

    Map<Recipient, KeysetHandle> publicKeys() {
        return publicKeys;
    }

    Map<Recipient, KeysetHandle> privateKeys() {
        return privateKeys;
    }

    @Override
    public String toString() {
        return "Keysets[canOpenFor=" + privateKeys.keySet() + "]";
    }
}
