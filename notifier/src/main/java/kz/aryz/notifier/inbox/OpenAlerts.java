package kz.aryz.notifier.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.notifier.alert.InboxPlace;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.topic.Topics;
import org.apache.kafka.streams.state.KeyValueIterator;

/** How many alerts are open on this instance, and for how long the oldest has been. Counted anew every ten seconds. */
public final class OpenAlerts {

    private static final Duration GOOD_FOR = Duration.ofSeconds(10);
    private static final Set<Integer> ALL =
            IntStream.range(0, Topics.OBLIGATIONS.partitions()).boxed().collect(Collectors.toUnmodifiableSet());

    private final LocalPartitions partitions;
    private final Clock clock;
    private Count last = Count.NONE;
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
        Count open = count();
        return open.number() == 0 ? 0 : Math.max(0, clock.millis() - open.oldest()) / 1000.0;
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
        InboxRange open = new InboxRange(Optional.of(AlertState.OPEN), Optional.empty(), 1);
        return partitions
                .<String, Count>read(NotifierStores.INBOX, ALL, inbox -> counted(inbox.range(open.from(), open.to())))
                .values()
                .stream()
                .reduce(Count.NONE, Count::plus);
    }

    private static Count counted(KeyValueIterator<String, String> entries) {
        Count count = Count.NONE;
        try (entries) {
            while (entries.hasNext()) {
                count = count.plus(new Count(1, new InboxPlace(entries.next().key).millis()));
            }
        }
        return count;
    }

    /** How many, and when the oldest arose, in milliseconds since 1970. */
    private record Count(long number, long oldest) {

        static final Count NONE = new Count(0, Long.MAX_VALUE);

        Count plus(Count other) {
            return new Count(number + other.number, Math.min(oldest, other.oldest));
        }
    }
}
