package kz.aryz.sealing;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kz.aryz.id.SecretFileException;
import kz.aryz.sealing.rotation.Renewal;
import kz.aryz.serde.ReleasedSchemas;

/**
 * The keysets a process holds: everybody's public keys, and private keys only of whom it may open for.
 *
 * <p>Where they come from is a URI. {@code file:} is a directory of Tink keysets in JSON; with {@code ?kek=} the private
 * ones in it are encrypted with a key that a key management service keeps. Nothing else sees where a key came from.
 *
 * <p>Public keys stay as they were loaded; private keys follow their file, so that an opener reads what was wrapped
 * after a rotation.
 */
public final class Keysets {

    private final Map<Recipient, KeysetHandle> publicKeys;
    private final Map<Recipient, Supplier<KeysetHandle>> privateKeys;

    Keysets(Map<Recipient, KeysetHandle> publicKeys, Map<Recipient, Supplier<KeysetHandle>> privateKeys) {
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
        return new KeysetDirectory(KeyLocation.of(location)).load();
    }

    /** A new pair for each recipient. */
    public static Keysets generate() {
        Map<Recipient, KeysetHandle> publicKeys = new EnumMap<>(Recipient.class);
        Map<Recipient, Supplier<KeysetHandle>> privateKeys = new EnumMap<>(Recipient.class);
        try {
            for (Recipient recipient : Recipient.values()) {
                KeysetHandle pair = Tink.newRecipientKey();
                privateKeys.put(recipient, () -> pair);
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
        try {
            return new Opener(
                    recipient, new PrivateKeyring(privateKeyset(recipient)), SectionSchemas.of(ReleasedSchemas.load()));
        } catch (GeneralSecurityException e) {
            throw new SecretFileException("The private keyset of " + recipient + " is not of the kind used here", e);
        }
    }

    /**
     * What a change of {@code recipient}'s key pair does to wrapped keys: they are wrapped for the primary key of the
     * private keyset, as it is now.
     *
     * @throws SecretFileException if the private keyset of that recipient is not here
     */
    public Renewal renewal(Recipient recipient) {
        try {
            return new Rewrapper(recipient, privateKeyset(recipient).get());
        } catch (GeneralSecurityException e) {
            throw new SecretFileException("The private keyset of " + recipient + " is not of the kind used here", e);
        }
    }

    /**
     * What handing data keys on does to them: whoever {@code from} is unwraps them, and they are wrapped for {@code to} as
     * well, as its public keyset is now.
     *
     * @param keyRefs references of the data keys that are handed on
     * @throws SecretFileException if the private keyset of the one or the public keyset of the other is not here
     */
    public Renewal handing(Recipient from, Recipient to, Set<String> keyRefs) {
        KeysetHandle receiver = publicKeys.get(to);
        if (receiver == null) {
            throw new SecretFileException("There is no public keyset of " + to + " here");
        }
        try {
            return new Handing(from, privateKeyset(from).get(), to, receiver, keyRefs);
        } catch (GeneralSecurityException e) {
            throw new SecretFileException(
                    "The keysets of " + from + " and " + to + " are not of the kind used here", e);
        }
    }

    /**
     * What makes marks that only {@code recipient} makes.
     *
     * @throws SecretFileException if the private keyset of that recipient is not here
     */
    public Voucher voucher(Recipient recipient) {
        return new Voucher(privateKeyset(recipient));
    }

    /**
     * These keysets with a new key pair of {@code recipient}: what is sealed is sealed for it, and what was sealed before
     * is opened still. In memory only.
     *
     * @throws SecretFileException if the private keyset of that recipient is not here
     */
    public Keysets withNewKeyOf(Recipient recipient) {
        Keysets renewed = new Keysets(publicKeys, privateKeys);
        try {
            KeysetHandle keyset = Tink.withNewPrimary(privateKeyset(recipient).get());
            renewed.publicKeys.put(recipient, Tink.publicOf(keyset));
            renewed.privateKeys.put(recipient, () -> keyset);
            return renewed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No keys can be made on this Java platform", e);
        }
    }

    Supplier<KeysetHandle> privateKeyset(Recipient recipient) {
        Supplier<KeysetHandle> keyset = privateKeys.get(recipient);
        if (keyset == null) {
            throw new SecretFileException("The private keyset of %s is missing: %s belongs into the directory of keys."
                    .formatted(recipient, KeysetDirectory.privateName(recipient)));
        }
        return keyset;
    }

    /** Whom this process can open for. */
    public Set<Recipient> canOpenFor() {
        return Set.copyOf(privateKeys.keySet());
    }

    /** The same with the private keys of {@code kept} only. */
    Keysets withPrivateKeysOf(Set<Recipient> kept) {
        Map<Recipient, Supplier<KeysetHandle>> some = new EnumMap<>(privateKeys);
        some.keySet().retainAll(kept);
        return new Keysets(publicKeys, some);
    }

    Map<Recipient, KeysetHandle> publicKeys() {
        return publicKeys;
    }

    Map<Recipient, Supplier<KeysetHandle>> privateKeys() {
        return privateKeys;
    }

    @Override
    public String toString() {
        return "Keysets[canOpenFor=" + privateKeys.keySet() + "]";
    }
}
