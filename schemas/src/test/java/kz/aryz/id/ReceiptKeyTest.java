package kz.aryz.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptKeyTest {

    private static final PermanentSecret SECRET = PermanentSecret.of(new byte[PermanentSecret.MINIMUM_BYTES]);
    private static final int BITS_PER_CHARACTER = 5;

    @Property
    void isReadBackFromWhatWasShown(@ForAll String id, @ForAll byte[] body) {
        ReceiptKey key = ReceiptKey.of(SECRET, id, body);

        assertThat(ReceiptKey.parse(key.reveal()).orElseThrow().statusKey(SECRET))
                .isEqualTo(key.statusKey(SECRET));
    }

    /** Hyphens and blanks as phones, word processors and printed pages make them. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2013", "\u2014", "\u2011", "\u2212", "\u00a0", "\u202f", "\u00ad", "\u200b"})
    void isReadBackWhateverStandsBetweenItsGroups(String separator) {
        ReceiptKey key = ReceiptKey.of(SECRET, "id", new byte[0]);

        assertThat(ReceiptKey.parse(key.reveal().replace("-", separator)).map(typed -> typed.statusKey(SECRET)))
                .contains(key.statusKey(SECRET));
    }

    @Test
    void hasAtLeastEightyBitsBesideItsCheckCharacter() {
        String shown = ReceiptKey.of(SECRET, "id", new byte[0]).reveal().replace("-", "");

        assertThat((shown.length() - 1) * BITS_PER_CHARACTER).isGreaterThanOrEqualTo(80);
    }

    @Test
    void everyCharacterOfItVaries() {
        Set<String> seen = new HashSet<>();
        for (int complaint = 0; complaint < 1000; complaint++) {
            String shown = ReceiptKey.of(SECRET, "id-" + complaint, new byte[0]).reveal();
            for (int at = 0; at < shown.length(); at++) {
                seen.add(at + ":" + shown.charAt(at));
            }
        }

        int characters = 21;
        int separators = 4;
        assertThat(seen).hasSize(characters * 32 + separators);
    }

    @Test
    void anotherBodyUnderTheSameIdGivesAnotherKey() {
        assertThat(ReceiptKey.of(SECRET, "id", new byte[] {1}).reveal())
                .isNotEqualTo(ReceiptKey.of(SECRET, "id", new byte[] {2}).reveal());
    }

    @Test
    void anotherSecretGivesAnotherStatusKey() {
        ReceiptKey key = ReceiptKey.of(SECRET, "id", new byte[0]);
        byte[] other = new byte[PermanentSecret.MINIMUM_BYTES];
        other[31] = 1;

        assertThat(key.statusKey(PermanentSecret.of(other))).isNotEqualTo(key.statusKey(SECRET));
    }

    @Test
    void neitherTextNorStatusKeyGivesItAway() {
        ReceiptKey key = ReceiptKey.of(SECRET, "id", new byte[0]);

        assertThat(key).hasToString("ReceiptKey[redacted]");
        assertThat(key.statusKey(SECRET)).matches("[0-9a-f]{64}");
    }
}
