package kz.aryz.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {

    @Test
    void hashesAsTheStandardShows() {
        assertThat(HexFormat.of().formatHex(Sha256.of(bytes("abc"))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** RFC 4231, test case 2. */
    @Test
    void authenticatesAsTheStandardShowsHoweverTheDataIsParted() {
        assertThat(HexFormat.of()
                        .formatHex(Sha256.hmac(
                                Sha256.key(bytes("Jefe")), bytes("what do ya want "), bytes("for nothing?"))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
