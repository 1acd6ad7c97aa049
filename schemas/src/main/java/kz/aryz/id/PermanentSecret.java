package kz.aryz.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which complaint ids, receipt keys and status keys are derived. It is permanent: with another secret
 * a repetition would become a second complaint and no receipt key would be found again. Stateless and thread-safe.
 */
public final class PermanentSecret {

    /** Shortest secret that is accepted, in bytes. */
    public static final int MINIMUM_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    private PermanentSecret(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * Takes the secret's bytes.
     *
     * @throws IllegalArgumentException if there are fewer than {@value #MINIMUM_BYTES}
     */
    public static PermanentSecret of(byte[] bytes) {
        if (bytes.length < MINIMUM_BYTES) {
            throw new IllegalArgumentException("The permanent secret has fewer than " + MINIMUM_BYTES + " bytes");
        }
        return new PermanentSecret(bytes.clone());
    }

    /**
     * Reads a file that holds the secret in hexadecimal on one line.
     *
     * @throws SecretFileException if it is missing, open to others, or holds no secret; the message says what to do
     *     and never repeats what the file holds
     */
    public static PermanentSecret read(Path file) {
        String text = SecretFile.read(file).strip();
        try {
            return of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            throw new SecretFileException(file + " does not hold at least " + MINIMUM_BYTES
                    + " bytes in hexadecimal. Put back the secret that this installation was made with; for a new one "
                    + "run: aryz keys init --to DIR");
        }
    }

    /**
     * Writes a new random secret into a new file.
     *
     * @throws SecretFileException if the file is there already or cannot be written
     */
    public static void create(Path file) {
        byte[] bytes = new byte[MINIMUM_BYTES];
        new SecureRandom().nextBytes(bytes);
        SecretFile.create(file, HexFormat.of().formatHex(bytes) + "\n");
    }

    /**
     * HMAC-SHA-256 (RFC 2104) over the purpose and the parts, each preceded by its length, so that no two lists of parts
     * give the same input.
     */
    public byte[] mac(String purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            update(mac, purpose.getBytes(StandardCharsets.UTF_8));
            for (byte[] part : parts) {
                update(mac, part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform offers " + ALGORITHM, e);
        }
    }

    /** The same over the UTF-8 bytes of texts. */
    public byte[] mac(String purpose, String first, String... others) {
        byte[][] parts = new byte[others.length + 1][];
        parts[0] = first.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < others.length; i++) {
            parts[i + 1] = others[i].getBytes(StandardCharsets.UTF_8);
        }
        return mac(purpose, parts);
    }

    private static void update(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        mac.update(part);
    }

    @Override
    public String toString() {
        return "PermanentSecret[redacted]";
    }
}
