package kz.aryz.dossier.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import kz.aryz.runtime.http.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void anEmergencyWantsAWordOnIt(String note) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> OpeningRequest.of(Office.UNITS, "identity", "PROTECTION", Optional.of(note), true, null));
        assertThat(OpeningRequest.of(Office.UNITS, "identity", "PROTECTION", Optional.of(note), false, null)
                        .isEmergency())
                .isFalse();
    }

    @Test
    void onlyWhoIsConcernedIsOpenedInAnEmergency() {
        assertThat(OpeningRequest.of(Office.UNITS, "identity", "PROTECTION", Optional.of("note"), true, null)
                        .isEmergency())
                .isTrue();
        assertThat(OpeningRequest.of(Office.UNITS, "account", "PROTECTION", Optional.of("note"), true, null)
                        .isEmergency())
                .isFalse();
    }
}
