package kz.aryz.sealing;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.security.GeneralSecurityException;

/** The algorithms, chosen once: AES-256-GCM for sections, HPKE with X25519 (RFC 9180) for wrapping their keys. */
final class Cryptography {

    private static final int AES_256_BYTES = 32;
    private static final int GCM_NONCE_BYTES = 12;
    private static final int GCM_TAG_BYTES = 16;

    /** Of data keys. */
    static final Configuration AEAD = AeadConfig2026.get();

    /** Of recipients' keys. */
    static final Configuration HYBRID = HybridConfig2026.get();

    private Cryptography() {}

    /** A new data key. */
    static KeysetHandle newDataKey() throws GeneralSecurityException {
        return KeysetHandle.generateNew(
                AesGcmParameters.builder()
                        .setKeySizeBytes(AES_256_BYTES)
                        .setIvSizeBytes(GCM_NONCE_BYTES)
                        .setTagSizeBytes(GCM_TAG_BYTES)
                        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                        .build(),
                AEAD);
    }

    /** A new key pair of a recipient. */
    static KeysetHandle newRecipientKey() throws GeneralSecurityException {
        Parameters parameters = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build();
        return KeysetHandle.generateNew(parameters, HYBRID);
    }
}
