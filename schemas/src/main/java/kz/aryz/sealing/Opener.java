package kz.aryz.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Opening.Code;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Opens sections with one recipient's private keyset. Thread-safe. */
public final class Opener {

    private final Recipient recipient;
    private final HybridDecrypt unwrap;

    private Opener(Recipient recipient, HybridDecrypt unwrap) {
        this.recipient = recipient;
        this.unwrap = unwrap;
    }

    /**
     * An opener.
     *
     * @throws GeneralSecurityException if the keyset is not a private one for HPKE
     */
    public static Opener of(Recipient recipient, KeysetHandle privateKeyset) throws GeneralSecurityException {
        return new Opener(recipient, privateKeyset.getPrimitive(Cryptography.HYBRID, HybridDecrypt.class));
    }

    /**
     * Opens a section of a complaint.
     *
     * @param complaintId the complaint that the section is said to belong to
     * @param key the wrapped key that {@code sealed.keyRef} names; null where it is not there
     */
    public <T extends SpecificRecord> Opening<T> open(
            String complaintId, Section<T> section, Sealed sealed, @Nullable WrappedKey key) {
        if (key == null) {
            return new Opening.Refused<>(Code.NO_KEY);
        }
        Optional<byte[]> wrap = wrapForUs(key);
        if (wrap.isEmpty()) {
            return new Opening.Refused<>(Code.NOT_A_RECIPIENT);
        }
        Optional<Schema> writer = SectionCodec.byFingerprint(sealed.getSchemaFingerprint());
        if (writer.isEmpty()) {
            return new Opening.Refused<>(Code.UNKNOWN_SCHEMA);
        }
        KeyReference reference = new KeyReference(complaintId, section.path(), key.getKeyId());
        Optional<Aead> dataKey = unwrap(wrap.get(), reference);
        if (dataKey.isEmpty()) {
            return new Opening.Refused<>(Code.WRONG_KEY);
        }
        return decrypt(reference, section, sealed, writer.get(), dataKey.get());
    }

    private Optional<byte[]> wrapForUs(WrappedKey key) {
        return key.getWraps().stream()
                .filter(wrap -> wrap.getRecipient().equals(recipient.name()))
                .findFirst()
                .map(KeyWrap::getWrapped)
                .map(Opener::bytes);
    }

    private Optional<Aead> unwrap(byte[] wrap, KeyReference reference) {
        try {
            byte[] keyset = unwrap.decrypt(wrap, reference.contextInfo());
            KeysetHandle dataKey =
                    TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), Cryptography.AEAD);
            return Optional.of(dataKey.getPrimitive(Cryptography.AEAD, Aead.class));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static <T extends SpecificRecord> Opening<T> decrypt(
            KeyReference reference, Section<T> section, Sealed sealed, Schema writer, Aead dataKey) {
        try {
            byte[] associated = Binding.of(reference.complaintId(), section.path(), sealed.getSchemaFingerprint());
            byte[] content = dataKey.decrypt(bytes(sealed.getCiphertext()), associated);
            return new Opening.Opened<>(SectionCodec.decode(section, writer, content));
        } catch (GeneralSecurityException | IOException | AvroRuntimeException e) {
            return new Opening.Refused<>(Code.DAMAGED);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
