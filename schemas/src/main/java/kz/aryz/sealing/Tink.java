package kz.aryz.sealing;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.SecretKeyAccess;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.security.GeneralSecurityException;

/** The algorithms in use: AES-256-GCM for sections, HPKE over X25519 (RFC 9180) for their keys. */
final class Tink {

    /** Of data keys. */
    static final Configuration AEAD = AeadConfig2026.get();

    /** Of recipients' keys. */
    static final Configuration HYBRID = HybridConfig2026.get();

    private static final int AES_256 = 32;
    private static final int GCM_NONCE = 12;
    private static final int GCM_TAG = 16;

    private Tink() {}

    /** A new data key. Without prefix: it is used once, there is nothing to tell apart. */
    static KeysetHandle newDataKey() throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(AES_256)
                .setIvSizeBytes(GCM_NONCE)
                .setTagSizeBytes(GCM_TAG)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        return KeysetHandle.generateNew(parameters, AEAD);
    }

    /** A keyset with a new key pair of a recipient. */
    static KeysetHandle newRecipientKey() throws GeneralSecurityException {
        return KeysetHandle.generateNew(recipientKey(), HYBRID);
    }

    /** The keyset with one more key pair, which is the primary one: what is wrapped from now on is wrapped for it. */
    static KeysetHandle withNewPrimary(KeysetHandle privateKeyset) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(privateKeyset)
                .setConfiguration(HYBRID)
                .addEntry(KeysetHandle.generateEntryFromParameters(recipientKey())
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    /** The keyset without its older keys. */
    static KeysetHandle primaryOnly(KeysetHandle keyset) throws GeneralSecurityException {
        KeysetHandle.Entry primary = keyset.getPrimary();
        return KeysetHandle.newBuilder()
                .setConfiguration(HYBRID)
                .addEntry(KeysetHandle.importKey(primary.getKey())
                        .withFixedId(primary.getId())
                        .makePrimary())
                .build();
    }

    /** The public keyset that goes with a private one: its primary key alone, since nothing is wrapped for an older one. */
    static KeysetHandle publicOf(KeysetHandle privateKeyset) throws GeneralSecurityException {
        return primaryOnly(privateKeyset).getPublicKeysetHandle();
    }

    /** With prefix, so that what is wrapped names its key. */
    private static HpkeParameters recipientKey() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build();
    }

    /** Leave to handle the bytes of secret keys: they are wrapped, or written to a file of the owner's alone. */
    static SecretKeyAccess secretKeyAccess() {
        return InsecureSecretKeyAccess.get();
    }
}
