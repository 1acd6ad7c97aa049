package kz.aryz.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * Values that were worked out with another implementation of HMAC-SHA-256 and base 32. A derivation that changes makes
 * second complaints out of repetitions and loses every receipt key given out: never adapt these to the code.
 */
class KnownAnswersTest {

    private static final PermanentSecret SECRET = PermanentSecret.of(
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
    private static final String ID = "fb3ae6d6-c9b5-880d-9234-ad3895f17ce6";

    @Test
    void macIsOverLengthPrefixedParts() {
        assertThat(HexFormat.of().formatHex(SECRET.mac("purpose", "a", "bc")))
                .isEqualTo("b9ece02c5c25c28e141e2659d437c305e12eeba49b468a3c46040d50d1548c20");
    }

    @Test
    void complaintIdFollowsFromChannelClientAndKey() {
        assertThat(ComplaintId.of(SECRET, "WEB_FORM", "", "key-1")).isEqualTo(ID);
    }

    @Test
    void complaintNumberIsDrawnAgainUntilItsCheckCharacterCanBeSpoken() {
        assertThat(ComplaintNumber.of(SECRET, ID)).hasToString("RHC4-T04T-BC1F-7");
    }

    @Test
    void receiptKeyFollowsFromIdAndBody() {
        ReceiptKey key = ReceiptKey.of(SECRET, ID, new byte[] {1, 2});

        assertThat(key.reveal()).isEqualTo("C9DRN-Y4X1G-0YP9Y-BWZMN-J");
        assertThat(key.statusKey(SECRET)).isEqualTo("81f8aa3fb507019573bf7fef1f80cab40e93e51348c3fae8b2ade979afd41c01");
    }

    @Test
    void deterministicIdIsOverLengthPrefixedUtf8() {
        assertThat(DeterministicId.of("a", "ә", "")).isEqualTo("a3a5783d-3abf-8aa9-adaf-9937ef7eb030");
    }
}
