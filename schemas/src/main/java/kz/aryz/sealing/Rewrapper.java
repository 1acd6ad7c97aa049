package kz.aryz.sealing;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.rotation.Renewal;
import kz.aryz.serde.AvroBinary;

/** Unwraps a data key with any of a recipient's private keys and wraps it for the present one. Immutable. */
final class Rewrapper implements Renewal {

    private final Recipient recipient;
    private final PrivateKeys keys;
    private final HybridEncrypt present;

    Rewrapper(Recipient recipient, KeysetHandle privateKeyset) throws GeneralSecurityException {
        this.recipient = recipient;
        this.keys = new PrivateKeys(privateKeyset);
        this.present = Tink.publicOf(privateKeyset).getPrimitive(Tink.HYBRID, HybridEncrypt.class);
    }

    @Override
    public Standing standing(String recordKey, WrappedKey row) {
        if (!KeyReference.of(row).equals(recordKey)) {
            return Standing.UNREADABLE;
        }
        return row.getWraps().stream()
                .filter(this::isOwn)
                .findFirst()
                .map(this::standing)
                .orElse(Standing.OF_OTHERS);
    }

    @Override
    public Optional<WrappedKey> renew(WrappedKey outdated) {
        byte[] context = Associated.context(outdated.getComplaintId(), outdated.getSection(), outdated.getKeyId());
        List<KeyWrap> wraps = new ArrayList<>();
        try {
            for (KeyWrap wrap : outdated.getWraps()) {
                wraps.add(isOwn(wrap) ? renewed(wrap, context) : wrap);
            }
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
        return Optional.of(WrappedKey.newBuilder(outdated).setWraps(wraps).build());
    }

    private boolean isOwn(KeyWrap wrap) {
        return wrap.getRecipient().equals(recipient.name());
    }

    private Standing standing(KeyWrap wrap) {
        byte[] wrapped = AvroBinary.bytes(wrap.getWrapped());
        if (keys.matchPrimary(wrapped)) {
            return Standing.CURRENT;
        }
        return keys.match(wrapped) ? Standing.OUTDATED : Standing.UNREADABLE;
    }

    private KeyWrap renewed(KeyWrap wrap, byte[] context) throws GeneralSecurityException {
        byte[] dataKey = keys.unwrap(AvroBinary.bytes(wrap.getWrapped()), context);
        try {
            return new KeyWrap(wrap.getRecipient(), ByteBuffer.wrap(present.encrypt(dataKey, context)));
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }
}
