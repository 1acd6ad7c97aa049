package kz.aryz.sealing;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.rotation.Renewal;
import kz.aryz.serde.AvroBinary;

/** Unwraps some data keys with a recipient's private keys and wraps them for one more recipient. Immutable. */
final class Handing implements Renewal {

    private final Recipient from;
    private final PrivateKeys keys;
    private final Recipient to;
    private final HybridEncrypt receiver;
    private final Set<String> keyRefs;

    /** @param keyRefs references of the data keys that are handed on, and of no other */
    Handing(Recipient from, KeysetHandle privateKeyset, Recipient to, KeysetHandle publicKeyset, Set<String> keyRefs)
            throws GeneralSecurityException {
        this.from = from;
        this.keys = new PrivateKeys(privateKeyset);
        this.to = to;
        this.receiver = publicKeyset.getPrimitive(Tink.HYBRID, HybridEncrypt.class);
        this.keyRefs = Set.copyOf(keyRefs);
    }

    @Override
    public boolean concerns(String recordKey) {
        return keyRefs.contains(recordKey);
    }

    /** A row that the receiver has is left to the receiver's own rotations. */
    @Override
    public Standing standing(String recordKey, WrappedKey row) {
        if (!concerns(recordKey)) {
            return Standing.OF_OTHERS;
        }
        if (!KeyReference.of(row).equals(recordKey)) {
            return Standing.UNREADABLE;
        }
        if (wrapOf(to, row).isPresent()) {
            return Standing.CURRENT;
        }
        return wrapOf(from, row).filter(keys::match).isPresent() ? Standing.OUTDATED : Standing.UNREADABLE;
    }

    @Override
    public Optional<WrappedKey> renew(WrappedKey row) {
        byte[] context = Associated.context(row.getComplaintId(), row.getSection(), row.getKeyId());
        List<KeyWrap> wraps = new ArrayList<>(row.getWraps());
        try {
            wraps.add(new KeyWrap(to.name(), wrapped(wrapOf(from, row).orElseThrow(), context)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
        return Optional.of(WrappedKey.newBuilder(row).setWraps(wraps).build());
    }

    private ByteBuffer wrapped(byte[] wrap, byte[] context) throws GeneralSecurityException {
        byte[] dataKey = keys.unwrap(wrap, context);
        try {
            return ByteBuffer.wrap(receiver.encrypt(dataKey, context));
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    private static Optional<byte[]> wrapOf(Recipient recipient, WrappedKey row) {
        return row.getWraps().stream()
                .filter(wrap -> wrap.getRecipient().equals(recipient.name()))
                .findFirst()
                .map(KeyWrap::getWrapped)
                .map(AvroBinary::bytes);
    }
}
