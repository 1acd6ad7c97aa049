package kz.aryz.sealing;

import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;

/**
 * The change of a recipient's key pair, in the files. How far it is stands in the private keyset itself: one that has
 * former keys beside its present one is under way, so that a rotation that broke off is taken up and never begun twice.
 */
final class KeyRotation {

    private final KeysetDirectory home;
    private final Recipient recipient;

    /** @param home the directory with the private keyset, and the public one that goes with it */
    KeyRotation(KeysetDirectory home, Recipient recipient) {
        this.home = home;
        this.recipient = recipient;
        home.requirePair(recipient, home.readPrivate(recipient));
    }

    boolean isUnderWay() {
        return home.readPrivate(recipient).size() > 1;
    }

    /** The id of the present key, as it stands in front of everything that is wrapped for it. */
    String presentKey() {
        return idOf(home.readPrivate(recipient));
    }

    /**
     * Adds a key pair to the private keyset and makes it the present one.
     *
     * @return where the former keyset is kept
     */
    Path begin() {
        Path copy = home.keepPrivate(recipient, ".until-" + presentKey());
        home.replacePrivate(
                recipient,
                home.load().withNewKeyOf(recipient).privateKeyset(recipient).get());
        return copy;
    }

    /** Gives everybody who seals the public half of the present key; the holder of the private one first. */
    void handOut(List<KeysetDirectory> sealers) {
        KeysetHandle handedOut = publicOf(home.readPrivate(recipient));
        home.replacePublic(recipient, handedOut);
        sealers.forEach(directory -> directory.replacePublic(recipient, handedOut));
    }

    /**
     * Takes the former keys out of the private keyset.
     *
     * @return where the keyset that still has them is kept
     */
    Path retire() {
        KeysetHandle present = home.readPrivate(recipient);
        Path copy = home.keepPrivate(recipient, ".retired-" + idOf(present));
        home.replacePrivate(recipient, primaryOnly(present));
        return copy;
    }

    private static String idOf(KeysetHandle keyset) {
        return HexFormat.of().toHexDigits(keyset.getPrimary().getId());
    }

    private static KeysetHandle primaryOnly(KeysetHandle keyset) {
        try {
            return Tink.primaryOnly(keyset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset's own key can always be put into a keyset", e);
        }
    }

    private static KeysetHandle publicOf(KeysetHandle keyset) {
        try {
            return Tink.publicOf(keyset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every key pair has a public half", e);
        }
    }
}
