package kz.aryz.runtime.signin;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import kz.aryz.access.Person;
import kz.aryz.id.Sha256;

/**
 * What only the instances of a service can write into a form and read in it, also after a restart: for whom it was shown, and what
 * somebody had typed whose session was over when they sent it.
 */
final class FormSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HALF = 16;

    private final SecretKey marks;
    private final Aead seals;

    FormSecret(OidcClient client) {
        this.marks = Sha256.key(client.key("form tokens"));
        this.seals = aead(client.key("unsent forms"));
    }

    /**
     * A token for forms of one session: 128 random bits, which nobody can guess, and the mark of its person over them, which tells
     * nobody else whose it is.
     */
    String token(Person person) {
        byte[] random = new byte[HALF];
        RANDOM.nextBytes(random);
        return text(joined(random, mark(random, person)));
    }

    /** Whether that is a token of a session of the person's, now or before. */
    boolean isOf(String token, Person person) {
        byte[] bytes = bytes(token).orElse(new byte[0]);
        byte[] random = Arrays.copyOf(bytes, HALF);
        return MessageDigest.isEqual(bytes, joined(random, mark(random, person)));
    }

    /** {@code text} for nobody to read but this service, and for it only where it belongs to that path. */
    String seal(String path, String text) {
        try {
            return text(seals.encrypt(text.getBytes(StandardCharsets.UTF_8), path.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink could not seal a form", e);
        }
    }

    /** What was sealed for that path; empty for anything else. */
    Optional<String> open(String path, String sealed) {
        return bytes(sealed).flatMap(bytes -> {
            try {
                byte[] open = seals.decrypt(bytes, path.getBytes(StandardCharsets.UTF_8));
                return Optional.of(new String(open, StandardCharsets.UTF_8));
            } catch (GeneralSecurityException notOurs) {
                return Optional.empty();
            }
        });
    }

    private byte[] mark(byte[] random, Person person) {
        byte[] whole = Sha256.hmac(marks, random, person.pseudonym().getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(whole, HALF);
    }

    private static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink does not take a key of 256 bits", e);
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
