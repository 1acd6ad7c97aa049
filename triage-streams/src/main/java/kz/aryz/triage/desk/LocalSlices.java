package kz.aryz.triage.desk;

import java.util.ArrayList;
import java.util.Collection;
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
        Map<Integer, List<QueueEntry>> heads = local.<QueueItem, List<QueueEntry>>read(
                TriageStores.QUEUE_INDEX, partitions, index -> head(index.range(from, IndexKey.end(unit)), limit));
        List<QueueEntry> entries = heads.values().stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(entry -> entry.place(unit).text()))
                .limit(limit)
                .toList();
        return new Slice(heads.keySet(), entries);
    }

    @Override
    public Counts counts(Set<Integer> partitions) {
        Map<Integer, Map<String, Long>> counted = local.<QueueItem, Map<String, Long>>read(
                TriageStores.QUEUE_INDEX, partitions, index -> count(index.all()));
        Map<String, Long> open = new HashMap<>();
        counted.values().forEach(part -> part.forEach((unit, count) -> open.merge(unit, count, Long::sum)));
        return new Counts(counted.keySet(), open);
    }

    private static List<QueueEntry> head(KeyValueIterator<String, QueueItem> items, int limit) {
        List<QueueEntry> head = new ArrayList<>();
        try (items) {
            while (head.size() < limit && items.hasNext()) {
                head.add(QueueEntry.of(items.next().value));
            }
        }
        return head;
    }

    private static Map<String, Long> count(KeyValueIterator<String, QueueItem> items) {
        Map<String, Long> open = new HashMap<>();
        try (items) {
            items.forEachRemaining(item -> open.merge(item.value.getUnit(), 1L, Long::sum));
        }
        return open;
    }
}
