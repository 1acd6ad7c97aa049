package kz.aryz.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

    @ParameterizedTest
    @CsvSource({
        "1, xyz, 1",
        "3, xyz, 3",
        "1, жжж, 1",
        "2, жжж, 1",
        "3, жжж, 2",
        "4, x\uD83D\uDE00, 1",
        "5, x\uD83D\uDE00, 2",
        "3, x€, 1",
        "99, xyz, 3"
    })
    void countsTheCharactersAtTheEndThatMakeSoManyBytes(int bytes, String text, int characters) {
        assertThat(Problem.TooLong.by(bytes, text)).isEqualTo(new Problem.TooLong(characters));
    }
}
