package kz.aryz.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeReadingTest {

    private final AgeReading ages = new AgeReading(new TimeReading(Instant.parse("2026-11-24T06:00:00Z")));

    @ParameterizedTest
    @CsvSource({
        "15, 14_17",
        "' 15 ', 14_17",
        "15 лет, 14_17",
        "15 жас, 14_17",
        "15 years, 14_17",
        "Ей 15 лет, 14_17",
        "жасы 15, 14_17",
        "15-летний, 14_17",
        "13-15 лет, U14",
        "17 – 18 жаста, 14_17",
        "13.5 years, U14",
        "'17,5 лет', 14_17",
        "15 лет 3 месяца, 14_17",
        "14 лет (класс 8), 14_17",
        "40 лет в 2026, 35_44",
        "16-17, 14_17",
        "13 немесе 14, U14",
        "15 или 16 лет, 14_17",
        "возраст: 15, 14_17",
        "age 15, 14_17",
        "0, U14",
        "18, 18_24",
        "60, 60P",
        "120, 60P"
    })
    void understandsAnAge(String given, String band) {
        assertThat(ages.band(given)).contains(band);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18 жасқа толмаған",
                "18-ге толмаған",
                "18-ден кіші",
                "нет 18 лет",
                "нет 18",
                "младше 18 лет",
                "ещё не исполнилось 18 лет",
                "до 18",
                "under 18",
                "not yet 18",
                "younger than 18 years"
            })
    void whoIsNotYetOfAgeIsAChild(String given) {
        assertThat(ages.band(given)).contains("14_17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18 месяцев", "18 ай", "24 months", "6 айлық"})
    void countsMonthsAsMonths(String given) {
        assertThat(ages.band(given)).contains("U14");
    }

    @ParameterizedTest
    @CsvSource({"24.11.2012, 14_17", "25.11.2012, U14", "15.03.2010, 14_17", "12.12.1980, 45_59", "2030-01-01, UNKNOWN"
    })
    void understandsADay(String given, String band) {
        assertThat(ages.band(given)).contains(band);
    }

    @ParameterizedTest
    @CsvSource({
        "05.2012, 14_17",
        "11.2012, U14",
        "11.2008, 14_17",
        "10.2008, 18_24",
        "2008-11, 14_17",
        "11.2026, U14",
        "12.2026, UNKNOWN",
        "2012, U14",
        "2008, 14_17",
        "2007, 18_24",
        "2026, U14",
        "2010 года рождения, 14_17",
        "14 мая 1980, 45_59",
        "14 мая 2012 г., U14",
        "31.02.2010, 14_17",
        "15/03/2010, 14_17"
    })
    void ofAMonthOrAYearTakesTheYoungerBand(String given, String band) {
        assertThat(ages.band(given)).contains(band);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a child",
                "121",
                "1899",
                "2027",
                "15.03.80",
                "15-03-80",
                "12 апреля 80",
                "05",
                "камера 45",
                "старше 18",
                "1980 или 1981",
                "100503500123",
                ""
            })
    void guessesNothing(String given) {
        assertThat(ages.band(given)).isEmpty();
    }
}
