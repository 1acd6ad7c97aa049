package kz.aryz.system.keycloak;

import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The codes that a telephone shows for a secret (RFC 6238: HMAC-SHA-1, six digits, half a minute each), each of them once. */
final class OneTimeCodes {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final long STEP_SECONDS = 30;

    private final byte[] secret;
    private final Clock clock;
    private long used;

    /** {@code secret}: as it is shown to people who cannot scan it, Base32 in groups. */
    OneTimeCodes(String secret, Clock clock) {
        this.secret = bytes(secret.replace(" ", ""));
        this.clock = clock;
    }

    /** One that was not shown before: no code is taken twice, so that the next one may have to be waited for. */
    String next() {
        await().atMost(Duration.ofSeconds(2 * STEP_SECONDS)).until(() -> step() > used);
        used = step();
        return code(used);
    }

    private long step() {
        return clock.instant().getEpochSecond() / STEP_SECONDS;
    }

    private String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform offers HmacSHA1", e);
        }
    }

    private static byte[] bytes(String base32) {
        BigInteger number = BigInteger.ONE;
        for (int i = 0; i < base32.length(); i++) {
            number = number.shiftLeft(BITS).or(BigInteger.valueOf(ALPHABET.indexOf(base32.charAt(i))));
        }
        int bits = base32.length() * BITS;
        byte[] all = number.shiftRight(bits % Byte.SIZE).toByteArray();
        return Arrays.copyOfRange(all, all.length - bits / Byte.SIZE, all.length);
    }
}
