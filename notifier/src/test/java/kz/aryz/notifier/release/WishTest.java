package kz.aryz.notifier.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import kz.aryz.runtime.http.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {

    @ParameterizedTest
    @ValueSource(strings = {"PROS.KZ-75", " PROS.KZ-75 ", "ANTIKOR_KZ"})
    void aUnitIsNamedByItsCode(String unit) {
        assertThat(wish(unit).unit()).isEqualTo(unit.strip());
    }

    /** It would stand in clear on two topics, before anybody could say that there is no such unit. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "PROS.KZ-75 about Жанна", "Жанна", "PROS.KZ-75\nPROS.KZ-71"})
    void whatSomebodySaysInPlaceOfACodeIsNotTaken(String unit) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> wish(unit))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(Wish.problem("bad-unit", 400)));
    }

    private static Wish wish(String unit) {
        return Wish.of(
                Step.RELEASE,
                Optional.of(unit),
                Optional.of("LEGAL_DUTY"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("key"));
    }
}
