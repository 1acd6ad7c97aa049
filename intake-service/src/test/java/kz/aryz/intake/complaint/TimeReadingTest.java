package kz.aryz.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import kz.aryz.schema.GivenTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReadingTest {

    private final TimeReading times = new TimeReading(Instant.parse("2026-11-24T06:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "2022-01-06T10:15:30Z, 2022-01-06T10:15:30Z, MINUTE",
        "2022-01-06T10:15+06:00, 2022-01-06T04:15:00Z, MINUTE",
        "2022-01-06T10:15, 2022-01-06T04:15:00Z, MINUTE",
        "2022-01-06 10:15, 2022-01-06T04:15:00Z, MINUTE",
        "6.1.2022 9:05, 2022-01-06T03:05:00Z, MINUTE",
        "2022-01-06, 2022-01-05T18:00:00Z, DAY",
        "2024-03-02, 2024-03-01T19:00:00Z, DAY",
        "06.01.2022, 2022-01-05T18:00:00Z, DAY",
        "2022-01, 2021-12-31T18:00:00Z, MONTH",
        "01.2022, 2021-12-31T18:00:00Z, MONTH"
    })
    void understandsWhatPeopleAndProgramsWrite(String given, Instant instant, String precision) {
        assertThat(times.read(given)).isEqualTo(new GivenTime(given, instant, precision));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "early January",
                "31.02.2022",
                "2022-13-01",
                "+999999999-12-31T23:59:59Z",
                "0001-01-01",
                "1641463200"
            })
    void keepsWhatItDoesNotUnderstand(String given) {
        assertThat(times.read(given)).isEqualTo(new GivenTime(given, null, "UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "2012-11-25, U14",
        "2012-11-24, 14_17",
        "2008-11-24, 18_24",
        "1966-11-24, 60P",
        "1966-11-25, 45_59",
        "2030-01-01, UNKNOWN"
    })
    void putsAnAgeIntoItsBandOnTheDayOfReceipt(LocalDate born, String band) {
        assertThat(AgeBand.of(born, times.today())).isEqualTo(band);
    }
}
