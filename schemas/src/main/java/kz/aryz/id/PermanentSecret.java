package kz.aryz.id;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * The secret under which complaint ids, receipt keys and status keys are derived. It is permanent: with another secret
 * a repetition would become a second complaint and no receipt key would be found again. Stateless and thread-safe.
 */
public final class PermanentSecret {

    /** Shortest secret that is accepted, in bytes. */
    public static final int MINIMUM_BYTES = 32;

    private final SecretKey key;

    private PermanentSecret(byte[] bytes) {
        this.key = Sha256.key(bytes);
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
        Stream<byte[]> all = Stream.concat(Stream.of(purpose.getBytes(StandardCharsets.UTF_8)), Arrays.stream(parts));
        return Sha256.hmac(
                key, all.flatMap(part -> Stream.of(length(part), part)).toArray(byte[][]::new));
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

    private static byte[] length(byte[] part) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array();
    }

    @Override
    public String toString() {
        return "PermanentSecret[redacted]";
    }
}
