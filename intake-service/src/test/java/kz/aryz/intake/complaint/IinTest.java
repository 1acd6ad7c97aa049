package kz.aryz.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IinTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"809915300016", "019922512342", "959931407770", "809915300706", "809915300718", "809915300731"})
    void takesNumbersOfBothPasses(String iin) {
        assertThat(Iin.isValid(iin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"80991530072", "80991530153", "80991530234"})
    void knowsDigitsThatAreNeverIssued(String firstEleven) {
        assertThat(IntStream.range(0, 10).mapToObj(last -> firstEleven + last)).noneMatch(Iin::isValid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80991530001", "8099153000160", "80991530001X", "809915300017", "٨٠٩٩١٥٣٠٠٠١٦"})
    void refusesAnythingElse(String iin) {
        assertThat(Iin.isValid(iin)).isFalse();
    }
}
