package kz.aryz.runtime.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import kz.aryz.id.Sha256;

/** Texts of 256 bits that nobody can guess, 43 characters of base64url. */
final class RandomText {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    /** Another such text, which follows from {@code secret} and does not lead back to it. */
    static String derived(String secret, String purpose) {
        return base64(Sha256.of((secret + purpose).getBytes(StandardCharsets.UTF_8)));
    }

    /** Compares in a time that tells nothing of where two texts differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
