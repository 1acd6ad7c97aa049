package kz.aryz.quickstart.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the complaints of a demonstration.
 *
 * @param received complaints accepted
 * @param queued of them, in an investigator's queue
 * @param byClass count per severity class
 * @param byPriority count per priority
 * @param byUnit count per unit
 * @param obligations duties to tell
 * @param mails mails that the mail server accepted
 * @param toQueueMedianMillis median time from acceptance to queue
 * @param toQueueP99Millis 99th percentile of it
 * @param toMailMedianMillis median time from acceptance to mail
 * @param toMailP99Millis 99th percentile of it
 */
record Summary(
        int received,
        int queued,
        @JsonProperty("class") Map<String, Long> byClass,
        @JsonProperty("priority") Map<String, Long> byPriority,
        @JsonProperty("unit") Map<String, Long> byUnit,
        int obligations,
        int mails,
        long toQueueMedianMillis,
        long toQueueP99Millis,
        long toMailMedianMillis,
        long toMailP99Millis) {

    private static final int MEDIAN = 50;
    private static final int P99 = 99;

    static Summary of(Collection<Journey> journeys) {
        List<Journey> queued =
                journeys.stream().filter(journey -> !journey.unit().isEmpty()).toList();
        List<Duration> toQueue = sorted(journeys.stream().map(Journey::toQueue));
        List<Duration> toMail = sorted(journeys.stream().map(Journey::toMail));
        return new Summary(
                journeys.size(),
                queued.size(),
                counted(queued, journey -> journey.allegationClass().name()),
                counted(queued, journey -> journey.priority().name()),
                counted(queued, Journey::unit),
                journeys.stream().mapToInt(Journey::obligations).sum(),
                journeys.stream().mapToInt(Journey::mails).sum(),
                percentile(toQueue, MEDIAN),
                percentile(toQueue, P99),
                percentile(toMail, MEDIAN),
                percentile(toMail, P99));
    }

    /** Whether every complaint is in a queue and everybody was told who must be. */
    boolean isComplete() {
        return queued == received && mails >= obligations;
    }

    private static Map<String, Long> counted(List<Journey> journeys, Function<Journey, String> by) {
        return journeys.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static List<Duration> sorted(Stream<@Nullable Duration> durations) {
        return durations.filter(Objects::nonNull).sorted().toList();
    }

    private static long percentile(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(rank - 1).toMillis();
    }
}
