package kz.aryz.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CrockfordTest {

    @Property
    void bytesComeBackHoweverTheyAreTyped(@ForAll byte[] bytes) {
        String code = Crockford.encode(bytes);

        String typed = Crockford.grouped(code, 4, ' ').toLowerCase(Locale.ROOT);
        assertThat(Crockford.decode(code).orElseThrow()).isEqualTo(bytes);
        assertThat(Crockford.decode(typed).orElseThrow()).isEqualTo(bytes);
    }

    @Test
    void lettersThatLookLikeDigitsAreReadAsDigits() {
        assertThat(Crockford.decode("O0 lI 0000").orElseThrow())
                .isEqualTo(Crockford.decode("00110000").orElseThrow());
        assertThat(Crockford.canonical("o\u041e-i l")).isEqualTo("0011");
    }

    @Test
    void whatIsNoCodeOfWholeBytesIsRefused() {
        assertThat(Crockford.decode("0U")).isEmpty();
        assertThat(Crockford.decode("01")).isEmpty();
        assertThat(Crockford.decode("000")).isEmpty();
    }
}
