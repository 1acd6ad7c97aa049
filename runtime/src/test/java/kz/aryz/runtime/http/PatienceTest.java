package kz.aryz.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    @ParameterizedTest
    @CsvSource({
        "1, PT1M, false",
        "1, PT1M2S, true",
        "5000, PT1M5S, false",
        "5000, PT1M6S, true",
        "4194304, PT1H10M, false",
        "4194304, PT1H11M, true",
    })
    void waitsAMinuteAndAsLongAsItsBytesTakeAtAThousandASecond(long bytes, Duration taken, boolean over) {
        assertThat(Patience.USUAL.isOver(bytes, taken)).isEqualTo(over);
    }
}
