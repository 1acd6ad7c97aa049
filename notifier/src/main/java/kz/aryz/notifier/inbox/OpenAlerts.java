package kz.aryz.notifier.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.notifier.alert.InboxPlace;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.topic.Topics;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.state.KeyValueIterator;

/** How many alerts are open on this instance, and for how long the oldest has been. Counted anew every ten seconds. */
public final class OpenAlerts {

    private static final Duration GOOD_FOR = Duration.ofSeconds(10);
    private static final Set<Integer> ALL =
            IntStream.range(0, Topics.OBLIGATIONS.partitions()).boxed().collect(Collectors.toUnmodifiableSet());

    private final LocalPartitions partitions;
    private final Clock clock;
    private Count last = new Count(0, OptionalLong.empty());
    private Instant countedAt = Instant.EPOCH;

    public OpenAlerts(LocalPartitions partitions, Clock clock) {
        this.partitions = partitions;
        this.clock = clock;
    }

    /** The sum over all instances is the number of open alerts; the greatest age is the age of the oldest. */
    public void register(MeterRegistry metrics) {
        Gauge.builder("aryz.alerts.open", this, alerts -> alerts.count().number())
                .strongReference(true)
                .register(metrics);
        Gauge.builder("aryz.alerts.oldest.open.age", this, OpenAlerts::oldestAge)
                .baseUnit("seconds")
                .strongReference(true)
                .register(metrics);
    }

    private double oldestAge() {
        OptionalLong oldest = count().oldest();
        return oldest.isEmpty() ? 0 : Math.max(0, clock.millis() - oldest.getAsLong()) / 1000.0;
    }

    private synchronized Count count() {
        Instant now = clock.instant();
        if (now.isAfter(countedAt.plus(GOOD_FOR))) {
            last = counted();
            countedAt = now;
        }
        return last;
    }

    private Count counted() {
        Tally tally = new Tally();
        InboxRange open = new InboxRange(Optional.of(AlertState.OPEN), Optional.empty(), 1);
        partitions.query(
                NotifierStores.INBOX,
                RangeQuery.<String, String>withRange(open.from(), open.to()),
                ALL,
                (partition, entries) -> tally.add(entries));
        return new Count(
                tally.number, tally.oldest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(tally.oldest));
    }

    private record Count(long number, OptionalLong oldest) {}

    private static final class Tally {
        private long number;
        private long oldest = Long.MAX_VALUE;

        void add(KeyValueIterator<String, String> entries) {
            try (entries) {
                while (entries.hasNext()) {
                    number++;
                    oldest = Math.min(oldest, new InboxPlace(entries.next().key).millis());
                }
            }
        }
    }
}
