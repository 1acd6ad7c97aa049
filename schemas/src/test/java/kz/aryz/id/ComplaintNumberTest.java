package kz.aryz.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ComplaintNumberTest {

    private static final PermanentSecret SECRET = PermanentSecret.of(new byte[PermanentSecret.MINIMUM_BYTES]);
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property
    void isReadAsItIsWritten(@ForAll String id) {
        ComplaintNumber number = ComplaintNumber.of(SECRET, id);

        assertThat(number.text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]");
        assertThat(ComplaintNumber.parse(number.text())).contains(number);
    }

    @Property
    void isReadAsItIsDictated(@ForAll String id) {
        ComplaintNumber number = ComplaintNumber.of(SECRET, id);
        String dictated = number.text()
                .replace('-', ' ')
                .replace('0', 'O')
                .replace('1', 'l')
                .toLowerCase(Locale.ROOT);

        assertThat(ComplaintNumber.parse(dictated)).contains(number);
    }

    @Property
    void isReadAsItIsCopiedOnACyrillicKeyboard(@ForAll String id) {
        ComplaintNumber number = ComplaintNumber.of(SECRET, id);
        String copied = number.text()
                .replace('A', 'А')
                .replace('B', 'В')
                .replace('E', 'Е')
                .replace('K', 'К')
                .replace('M', 'М')
                .replace('H', 'Н')
                .replace('0', 'О')
                .replace('P', 'Р')
                .replace('C', 'С')
                .replace('T', 'Т')
                .replace('X', 'Х')
                .replace('Y', 'У')
                .replace('1', 'І')
                .replace('3', 'З');

        assertThat(ComplaintNumber.parse(copied.toLowerCase(Locale.ROOT))).contains(number);
    }

    @Property(tries = 100)
    void everySingleWrongCharacterIsFound(@ForAll String id) {
        String code = ComplaintNumber.of(SECRET, id).text().replace("-", "");

        for (int at = 0; at < code.length(); at++) {
            for (char wrong : ALPHABET.replace(code.substring(at, at + 1), "").toCharArray()) {
                assertThat(ComplaintNumber.parse(code.substring(0, at) + wrong + code.substring(at + 1)))
                        .isEmpty();
            }
        }
    }

    @Property
    void everyExchangeOfTwoNeighboursIsFound(@ForAll String id) {
        String code = ComplaintNumber.of(SECRET, id).text().replace("-", "");

        for (int at = 0; at + 1 < code.length(); at++) {
            char left = code.charAt(at);
            char right = code.charAt(at + 1);
            String exchanged = code.substring(0, at) + right + left + code.substring(at + 2);
            assertThat(ComplaintNumber.parse(exchanged).isEmpty()).isEqualTo(left != right);
        }
    }

    @Property
    void aCharacterTooManyOrTooFewIsFound(
            @ForAll String id, @ForAll @IntRange(max = 12) int at, @ForAll @CharRange(from = 'A', to = 'Z') char more) {
        String code = ComplaintNumber.of(SECRET, id).text().replace("-", "");

        assertThat(ComplaintNumber.parse(code.substring(0, at) + code.substring(at + 1)))
                .isEmpty();
        assertThat(ComplaintNumber.parse(code.substring(0, at) + more + code.substring(at)))
                .isEmpty();
    }

    @Property
    void noTextMakesParsingFail(@ForAll String typed) {
        ComplaintNumber.parse(typed)
                .ifPresent(number -> assertThat(number.text()).hasSize(16));
    }

    @Test
    void aNumberThatDoesNotCheckCannotExist() {
        assertThatThrownBy(() -> new ComplaintNumber("RHC4-T04T-BC1F-8"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("RHC4");
    }
}
