package kz.aryz.system.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "2000000000, 279037"})
    void theyAreThoseOfTheStandard(long second, String code) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);

        OneTimeCodes codes = new OneTimeCodes("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", clock);

        assertThat(codes.next()).isEqualTo(code);
    }
}
