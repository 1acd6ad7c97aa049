package kz.aryz.triage.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.schema.QueueItem;
import kz.aryz.triage.queue.IndexKey;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The partitions that this instance works on, by interactive queries against its own store. */
final class LocalSlices implements Slices {

    private final LocalPartitions local;

    LocalSlices(LocalPartitions local) {
        this.local = local;
    }

    @Override
    public Slice slice(String unit, Optional<IndexKey> after, int limit, Set<Integer> partitions) {
        String from = after.map(place -> place.text() + '\0').orElseGet(() -> IndexKey.prefix(unit));
        RangeQuery<String, QueueItem> range = RangeQuery.withRange(from, IndexKey.end(unit));
        List<QueueEntry> entries = new ArrayList<>();
        Set<Integer> answered = local.query(
                TriageStores.QUEUE_INDEX,
                range.withAscendingKeys(),
                partitions,
                (partition, items) -> take(items, limit, entries));
        entries.sort(Comparator.comparing(entry -> entry.place(unit).text()));
        return new Slice(answered, entries.stream().limit(limit).toList());
    }

    @Override
    public Counts counts(Set<Integer> partitions) {
        Map<String, Long> open = new HashMap<>();
        Set<Integer> answered = local.query(
                TriageStores.QUEUE_INDEX,
                RangeQuery.<String, QueueItem>withNoBounds(),
                partitions,
                (partition, items) -> count(items, open));
        return new Counts(answered, open);
    }

    private static void take(KeyValueIterator<String, QueueItem> items, int limit, List<QueueEntry> entries) {
        try (items) {
            for (int taken = 0; taken < limit && items.hasNext(); taken++) {
                entries.add(QueueEntry.of(items.next().value));
            }
        }
    }

    private static void count(KeyValueIterator<String, QueueItem> items, Map<String, Long> open) {
        try (items) {
            items.forEachRemaining(item -> open.merge(item.value.getUnit(), 1L, Long::sum));
        }
    }
}
