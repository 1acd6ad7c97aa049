package kz.aryz.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import kz.aryz.id.Crockford;
import kz.aryz.id.SecretFileException;
import kz.aryz.id.Sha256;
import kz.aryz.sealing.escrow.SecretSharing;
import kz.aryz.sealing.escrow.Share;

/** A private keyset shared out among holders, and put together again. */
final class Escrow {

    private static final int FINGERPRINT_BYTES = 15;

    private Escrow() {}

    /** Shares {@code keyset} out; what it says about the shares, it has tried. */
    static List<Share> split(Recipient recipient, KeysetHandle keyset, int shares, int threshold) {
        byte[] secret = bytes(keyset);
        try {
            List<Share> made = new SecretSharing(new SecureRandom())
                    .split(secret, recipient.name(), fingerprint(keyset), shares, threshold);
            requireRestorable(secret, made.subList(0, threshold));
            requireRestorable(secret, made.subList(shares - threshold, shares));
            return made;
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * The keyset that the shares are of.
     *
     * @throws kz.aryz.sealing.escrow.EscrowException if they are too few, or of different splits
     * @throws SecretFileException if what they make up is not the keyset that they name
     */
    static KeysetHandle restore(List<Share> shares) {
        byte[] secret = SecretSharing.restore(shares);
        try {
            KeysetHandle keyset = TinkProtoKeysetFormat.parseKeyset(secret, Tink.secretKeyAccess(), Tink.HYBRID);
            if (fingerprint(keyset).equals(shares.getFirst().split().publicKey())) {
                return keyset;
            }
        } catch (GeneralSecurityException e) {
            // No cause: it may tell of the bytes.
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
        throw new SecretFileException("What the shares make up is not the private keyset that they name: one of them is"
                + " not what was handed out. Try others.");
    }

    private static void requireRestorable(byte[] secret, List<Share> some) {
        byte[] restored = SecretSharing.restore(some);
        if (!MessageDigest.isEqual(secret, restored)) {
            throw new IllegalStateException("Shares were made that do not restore what was shared out");
        }
        Arrays.fill(restored, (byte) 0);
    }

    private static byte[] bytes(KeysetHandle keyset) {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(keyset, Tink.secretKeyAccess(), Tink.HYBRID);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset can always be written", e);
        }
    }

    /** The beginning of the SHA-256 hash of the present public key. */
    @AccessesPartialKey
    static String fingerprint(KeysetHandle privateKeyset) {
        try {
            HpkePublicKey key =
                    (HpkePublicKey) Tink.publicOf(privateKeyset).getPrimary().getKey();
            byte[] hash = Sha256.of(key.getPublicKeyBytes().toByteArray());
            return Crockford.encode(Arrays.copyOf(hash, FINGERPRINT_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every key pair has a public half", e);
        }
    }
}
