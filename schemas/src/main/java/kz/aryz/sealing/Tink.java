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

    /** A new key pair of a recipient. With prefix, so that a rotated keyset finds the right key. */
    static KeysetHandle newRecipientKey() throws GeneralSecurityException {
        HpkeParameters parameters = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build();
        return KeysetHandle.generateNew(parameters, HYBRID);
    }

    /** Leave to handle the bytes of secret keys: they are wrapped, or written to a file of the owner's alone. */
    static SecretKeyAccess secretKeyAccess() {
        return InsecureSecretKeyAccess.get();
    }
}
