package kz.aryz.id;

import java.nio.ByteBuffer;

/** Draws a code with a speakable check character from a secret, the same one every time. */
final class SpeakableCode {

    private SpeakableCode() {}

    static String draw(PermanentSecret secret, String purpose, int characters, byte[]... parts) {
        for (int round = 0; ; round++) {
            String code = Crockford.encode(secret.mac(purpose, withRound(round, parts)), characters);
            if (Crockford.hasSpeakableCheck(code)) {
                return Crockford.withCheck(code);
            }
        }
    }

    private static byte[][] withRound(int round, byte[][] parts) {
        byte[][] all = new byte[parts.length + 1][];
        all[0] = ByteBuffer.allocate(Integer.BYTES).putInt(round).array();
        System.arraycopy(parts, 0, all, 1, parts.length);
        return all;
    }
}
