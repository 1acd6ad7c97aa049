package kz.aryz.notifier.accesses;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Finds the latest time that stands on any record before a tail. A broker does not tell it, but which record is the first of a
 * given time or later. So the time is searched for, from that of the tail's first record: where times only rise, one question
 * settles all partitions; otherwise there are some tens.
 *
 * @param patience for one question
 */
record LatestBefore(Consumer<?, ?> consumer, Duration patience) {

    /** What is known of one: before the tail is a record of {@code least}, or of no later time, and none of {@code most}. */
    private record Search(LogTail tail, long least, long most, long step) {

        /** Half of what there is, so that no difference of times is too large. */
        private static final long LATER_THAN_ANY = Long.MAX_VALUE / 2;

        static Search of(LogTail tail) {
            return new Search(tail, tail.first(), LATER_THAN_ANY, 1);
        }

        boolean isSettled() {
            return most - least <= 1;
        }

        /** Ever farther until something is known that is too far, and then halfway. */
        long asked() {
            return least + Math.max(1, Math.min(step, (most - least) / 2));
        }

        /** @param first the first record of the asked time or later; null if there is none */
        Search told(@Nullable OffsetAndTimestamp first) {
            return first != null && first.offset() < tail.start()
                    ? new Search(tail, first.timestamp(), most, step * 2)
                    : new Search(tail, least, asked(), step);
        }
    }

    /** Has every tail know it. */
    void settle(List<LogTail> tails) {
        List<Search> searches = tails.stream()
                .filter(LogTail::mayStartAfterLater)
                .map(Search::of)
                .toList();
        while (!searches.isEmpty()) {
            List<Search> told = told(searches);
            told.stream()
                    .filter(Search::isSettled)
                    .forEach(search -> search.tail().startsAfter(search.least()));
            searches = told.stream().filter(search -> !search.isSettled()).toList();
        }
    }

    private List<Search> told(List<Search> searches) {
        Map<TopicPartition, Long> asked =
                searches.stream().collect(toMap(search -> search.tail().partition(), Search::asked));
        Map<TopicPartition, OffsetAndTimestamp> first = consumer.offsetsForTimes(asked, patience);
        return searches.stream()
                .map(search -> search.told(first.get(search.tail().partition())))
                .toList();
    }
}
