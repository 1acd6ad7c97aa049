package kz.aryz.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
import kz.aryz.serde.AvroBinary;
import org.apache.avro.specific.SpecificRecord;

/**
 * Seals sections of complaints with public keys only: what it has sealed it cannot open. Each sealing has a data key of
 * its own, so that a repetition or a supplement never takes the place of an older one. Immutable; safe for use by
 * several threads.
 */
public final class Sealer {

    private final Map<Recipient, HybridEncrypt> publicKeys;
    private final Clock clock;

    /** A sealer for the recipients whose public keys are given. */
    public Sealer(Map<Recipient, HybridEncrypt> publicKeys, Clock clock) {
        this.publicKeys = new EnumMap<>(publicKeys);
        this.clock = clock;
    }

    /**
     * Seals {@code content} under a fresh data key for {@code recipients}.
     *
     * @throws IllegalArgumentException if there is no recipient, or no public key of one
     */
    public <T extends SpecificRecord> SealedSection seal(
            String complaintId, Section<T> section, T content, Set<Recipient> recipients) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("Sealed for nobody: nobody could ever open it");
        }
        try {
            KeysetHandle dataKey = Tink.newDataKey();
            WrappedKey key = wrap(dataKey, complaintId, section, recipients);
            return new SealedSection(encrypt(dataKey, key, content), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Section " + section.path() + " could not be sealed", e);
        }
    }

    private HybridEncrypt publicKey(Recipient recipient) {
        HybridEncrypt publicKey = publicKeys.get(recipient);
        if (publicKey == null) {
            throw new IllegalArgumentException("No public key of " + recipient + " is here");
        }
        return publicKey;
    }

    private Sealed encrypt(KeysetHandle dataKey, WrappedKey key, SpecificRecord content)
            throws GeneralSecurityException {
        String fingerprint = SectionSchemas.fingerprint(content.getSchema());
        byte[] data = Associated.data(key.getComplaintId(), key.getSection(), fingerprint);
        byte[] ciphertext = dataKey.getPrimitive(Tink.AEAD, Aead.class).encrypt(AvroBinary.encode(content), data);
        return Sealed.newBuilder()
                .setSection(key.getSection())
                .setKeyRef(KeyReference.of(key))
                .setSchemaFingerprint(fingerprint)
                .setRecipients(
                        key.getWraps().stream().map(KeyWrap::getRecipient).toList())
                .setCiphertext(ByteBuffer.wrap(ciphertext))
                .build();
    }

    private WrappedKey wrap(KeysetHandle dataKey, String complaintId, Section<?> section, Set<Recipient> recipients)
            throws GeneralSecurityException {
        String keyId = UUID.randomUUID().toString();
        byte[] context = Associated.context(complaintId, section.path(), keyId);
        byte[] bytes = TinkProtoKeysetFormat.serializeKeyset(dataKey, Tink.secretKeyAccess(), Tink.AEAD);
        List<KeyWrap> wraps = new ArrayList<>();
        for (Recipient recipient : new TreeSet<>(recipients)) {
            wraps.add(new KeyWrap(
                    recipient.name(), ByteBuffer.wrap(publicKey(recipient).encrypt(bytes, context))));
        }
        return WrappedKey.newBuilder()
                .setComplaintId(complaintId)
                .setSection(section.path())
                .setKeyId(keyId)
                .setCreatedAt(clock.instant())
                .setWraps(wraps)
                .build();
    }
}
