package kz.aryz.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
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
import org.apache.avro.specific.SpecificRecord;

/**
 * Seals sections with nothing but public keys. Every sealing draws a data key of its own, so that a retry or a supplement
 * never makes an older sealing unreadable. Thread-safe.
 */
public final class Sealer {

    private final Map<Recipient, HybridEncrypt> recipients;
    private final Clock clock;

    private Sealer(Map<Recipient, HybridEncrypt> recipients, Clock clock) {
        this.recipients = recipients;
        this.clock = clock;
    }

    /**
     * A sealer for the recipients whose public keysets are given.
     *
     * @throws GeneralSecurityException if a keyset is not one for HPKE
     */
    public static Sealer of(Map<Recipient, KeysetHandle> publicKeysets, Clock clock) throws GeneralSecurityException {
        Map<Recipient, HybridEncrypt> recipients = new EnumMap<>(Recipient.class);
        for (Map.Entry<Recipient, KeysetHandle> entry : publicKeysets.entrySet()) {
            recipients.put(entry.getKey(), entry.getValue().getPrimitive(Cryptography.HYBRID, HybridEncrypt.class));
        }
        return new Sealer(recipients, clock);
    }

    /**
     * Seals a section for some recipients.
     *
     * @throws IllegalArgumentException if a recipient's public keyset was not given
     */
    public <T extends SpecificRecord> SealedSection seal(
            String complaintId, Section<T> section, T content, Set<Recipient> forWhom) {
        KeyReference reference =
                new KeyReference(complaintId, section.path(), UUID.randomUUID().toString());
        try {
            KeysetHandle dataKey = Cryptography.newDataKey();
            return new SealedSection(
                    sealed(reference, section, content, forWhom, dataKey), wrapped(reference, forWhom, dataKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A section could not be sealed", e);
        }
    }

    private static <T extends SpecificRecord> Sealed sealed(
            KeyReference reference, Section<T> section, T content, Set<Recipient> forWhom, KeysetHandle dataKey)
            throws GeneralSecurityException {
        String fingerprint = SectionCodec.fingerprint(section.schema());
        byte[] ciphertext = dataKey.getPrimitive(Cryptography.AEAD, Aead.class)
                .encrypt(
                        SectionCodec.encode(section, content),
                        Binding.of(reference.complaintId(), section.path(), fingerprint));
        return Sealed.newBuilder()
                .setSection(section.path())
                .setKeyRef(reference.text())
                .setSchemaFingerprint(fingerprint)
                .setRecipients(names(forWhom))
                .setCiphertext(ByteBuffer.wrap(ciphertext))
                .build();
    }

    private WrappedKey wrapped(KeyReference reference, Set<Recipient> forWhom, KeysetHandle dataKey)
            throws GeneralSecurityException {
        byte[] keyset =
                TinkProtoKeysetFormat.serializeKeyset(dataKey, InsecureSecretKeyAccess.get(), Cryptography.AEAD);
        List<KeyWrap> wraps = new ArrayList<>();
        for (Recipient recipient : new TreeSet<>(forWhom)) {
            byte[] wrap = keyOf(recipient).encrypt(keyset, reference.contextInfo());
            wraps.add(new KeyWrap(recipient.name(), ByteBuffer.wrap(wrap)));
        }
        return WrappedKey.newBuilder()
                .setComplaintId(reference.complaintId())
                .setSection(reference.section())
                .setKeyId(reference.keyId())
                .setCreatedAt(clock.instant())
                .setWraps(wraps)
                .build();
    }

    private HybridEncrypt keyOf(Recipient recipient) {
        HybridEncrypt key = recipients.get(recipient);
        if (key == null) {
            throw new IllegalArgumentException("There is no public keyset of " + recipient);
        }
        return key;
    }

    private static List<String> names(Set<Recipient> recipients) {
        return new TreeSet<>(recipients).stream().map(Enum::name).toList();
    }
}
