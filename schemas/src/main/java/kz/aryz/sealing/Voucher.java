package kz.aryz.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.id.SecretFileException;

/**
 * Makes marks of facts that nobody makes who has not the private keyset of a recipient: whoever reads such a mark, and has
 * the keyset, knows that it was made by themselves. A mark is the output of HKDF (RFC 5869), a pseudorandom function of
 * the private key, under a name that nothing else is derived by. Safe for use by several threads.
 */
public final class Voucher {

    private static final String MAC = "HMACSHA256";
    private static final String NAME = "kz.aryz.voucher";
    private static final byte[] NO_SALT = {};
    private static final int BYTES = 32;

    private final Supplier<KeysetHandle> privateKeyset;

    Voucher(Supplier<KeysetHandle> privateKeyset) {
        this.privateKeyset = privateKeyset;
    }

    /**
     * The mark of these facts in this order: 32 bytes by each key of the keyset. While a key takes the place of another, whoever
     * has one of the two can tell it.
     *
     * @throws KeysUnavailableException if the keyset cannot be read at the moment
     */
    public byte[] mark(List<String> facts) {
        List<byte[]> marks = keys().map(key -> mark(key, facts)).toList();
        ByteBuffer all = ByteBuffer.allocate(marks.size() * BYTES);
        marks.forEach(all::put);
        return all.array();
    }

    /**
     * Whether a part of it is the mark of these facts in this order, by any key of the keyset.
     *
     * @throws KeysUnavailableException if the keyset cannot be read at the moment
     */
    public boolean isMark(byte[] mark, List<String> facts) {
        return keys().map(key -> mark(key, facts)).anyMatch(ours -> isPart(ours, mark));
    }

    private static boolean isPart(byte[] ours, byte[] mark) {
        return IntStream.iterate(0, at -> at + BYTES <= mark.length, at -> at + BYTES)
                .anyMatch(at -> MessageDigest.isEqual(ours, Arrays.copyOfRange(mark, at, at + BYTES)));
    }

    private Stream<Key> keys() {
        KeysetHandle keyset = keyset();
        return IntStream.range(0, keyset.size()).mapToObj(at -> keyset.getAt(at).getKey());
    }

    private KeysetHandle keyset() {
        try {
            return privateKeyset.get();
        } catch (SecretFileException e) {
            throw new KeysUnavailableException(e);
        }
    }

    @AccessesPartialKey
    private static byte[] mark(Key key, List<String> facts) {
        if (!(key instanceof HpkePrivateKey secret)) {
            throw new IllegalStateException("A private key is not of the kind that this version makes");
        }
        try {
            return Hkdf.computeHkdf(
                    MAC, secret.getPrivateKeyBytes().toByteArray(Tink.secretKeyAccess()), NO_SALT, named(facts), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform offers " + MAC, e);
        }
    }

    /** The facts behind the name, each preceded by its length: no two lists have the same bytes. */
    private static byte[] named(List<String> facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(NAME);
            for (String fact : facts) {
                byte[] text = fact.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes all bytes", e);
        }
        return bytes.toByteArray();
    }
}
