package kz.aryz.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.security.GeneralSecurityException;
import java.util.Optional;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Opening.Code;
import kz.aryz.sealing.Opening.Opened;
import kz.aryz.sealing.Opening.Refused;
import kz.aryz.serde.AvroBinary;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Opens what was sealed for one recipient. Immutable; safe for use by several threads. */
public final class Opener {

    private final Recipient recipient;
    private final PrivateKeyring keyring;
    private final SectionSchemas schemas;

    Opener(Recipient recipient, PrivateKeyring keyring, SectionSchemas schemas) {
        this.recipient = recipient;
        this.keyring = keyring;
        this.schemas = schemas;
    }

    /**
     * Opens a section of a complaint, as a record of the present version, whatever version wrote it.
     *
     * @param key the row of {@code complaints.keys} that {@code sealed} refers to; null where there is none
     * @throws KeysUnavailableException if it is wrapped for a key that the keyset did not have when it was read last, and
     *     the keyset cannot be read at the moment
     */
    public <T extends SpecificRecord> Opening<T> open(
            String complaintId, Section<T> section, Sealed sealed, @Nullable WrappedKey key) {
        if (!isSealedAt(complaintId, section, sealed)) {
            return new Refused<>(Code.DAMAGED);
        }
        if (key == null || !KeyReference.of(key).equals(sealed.getKeyRef())) {
            return new Refused<>(Code.NO_KEY);
        }
        Optional<byte[]> wrapped = wrapOf(key);
        if (wrapped.isEmpty()) {
            return new Refused<>(Code.NOT_A_RECIPIENT);
        }
        Optional<PrivateKeys> keys = keyring.named(wrapped.get());
        if (keys.isEmpty()) {
            return new Refused<>(Code.WRONG_KEY);
        }
        Optional<Schema> writer = schemas.find(sealed.getSchemaFingerprint());
        if (writer.isEmpty()) {
            return new Refused<>(Code.UNKNOWN_SCHEMA);
        }
        byte[] context = Associated.context(complaintId, section.path(), key.getKeyId());
        try {
            return decrypt(complaintId, section, sealed, keys.get().unwrap(wrapped.get(), context), writer.get());
        } catch (GeneralSecurityException | SerializationException e) {
            return new Refused<>(Code.DAMAGED);
        }
    }

    private static boolean isSealedAt(String complaintId, Section<?> section, Sealed sealed) {
        return sealed.getSection().equals(section.path())
                && sealed.getKeyRef().startsWith(KeyReference.of(complaintId, section.path(), ""));
    }

    private Optional<byte[]> wrapOf(WrappedKey key) {
        return key.getWraps().stream()
                .filter(wrap -> wrap.getRecipient().equals(recipient.name()))
                .findFirst()
                .map(KeyWrap::getWrapped)
                .map(AvroBinary::bytes);
    }

    private static <T extends SpecificRecord> Opening<T> decrypt(
            String complaintId, Section<T> section, Sealed sealed, byte[] dataKey, Schema writer)
            throws GeneralSecurityException {
        byte[] data = Associated.data(complaintId, section.path(), sealed.getSchemaFingerprint());
        byte[] clear = dataKey(dataKey).decrypt(AvroBinary.bytes(sealed.getCiphertext()), data);
        return new Opened<>(AvroBinary.decode(section.type(), writer, clear, 0));
    }

    private static Aead dataKey(byte[] keyset) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(keyset, Tink.secretKeyAccess(), Tink.AEAD)
                .getPrimitive(Tink.AEAD, Aead.class);
    }
}
