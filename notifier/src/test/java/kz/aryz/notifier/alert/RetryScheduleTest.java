package kz.aryz.notifier.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetryScheduleTest {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final RetrySchedule schedule =
            new RetrySchedule(Duration.ofSeconds(5), LONGEST, Duration.ofMinutes(5), Duration.ofHours(24));

    @Property
    void neverShortensAPauseAndNeverEnds(@ForAll @IntRange(min = 1, max = Integer.MAX_VALUE - 1) int number) {
        assertThat(schedule.pauseAfter(number + 1))
                .isGreaterThanOrEqualTo(schedule.pauseAfter(number))
                .isLessThanOrEqualTo(LONGEST);
    }

    @Property
    void waitsForAnOutcomeAtLeastAsLongAsForARetry(@ForAll @IntRange(min = 1) int number) {
        assertThat(schedule.patienceFor(number)).isGreaterThanOrEqualTo(schedule.pauseAfter(number));
    }
}
