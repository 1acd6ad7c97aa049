package kz.aryz.notifier.holding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.runtime.streams.LocalPartitions;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The partitions that this instance works on. Whatever is held has a deadline: they are the index, and the watched complaint says
 * the rest. What changes between the two looks is not in the answer.
 */
record LocalHoldings(LocalPartitions partitions) implements HeldContents {

    @Override
    public HeldSlice slice(HeldRange range, Set<Integer> asked) {
        Map<Integer, List<HeldComplaint>> found = new HashMap<>();
        asked.forEach(partition -> found.putAll(first(range, partition)));
        List<HeldComplaint> complaints = found.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(HeldComplaint::place))
                .limit(range.limit())
                .toList();
        return new HeldSlice(found.keySet(), complaints);
    }

    @Override
    public HeldSlice find(String complaintId, Set<Integer> asked) {
        Map<Integer, Optional<HeldComplaint>> found = partitions.<WatchedComplaint, Optional<HeldComplaint>>read(
                NotifierStores.WATCHED, asked, watched -> held(watched, complaintId));
        return new HeldSlice(
                found.keySet(),
                found.values().stream().flatMap(Optional::stream).toList());
    }

    /** Empty where one of both stores does not answer. */
    private Map<Integer, List<HeldComplaint>> first(HeldRange range, int partition) {
        return partitions
                .<String, Map<Integer, List<HeldComplaint>>>read(
                        NotifierStores.DEADLINES,
                        Set.of(partition),
                        deadlines -> partitions.<WatchedComplaint, List<HeldComplaint>>read(
                                NotifierStores.WATCHED, Set.of(partition), watched -> first(range, deadlines, watched)))
                .getOrDefault(partition, Map.of());
    }

    private static List<HeldComplaint> first(
            HeldRange range,
            ReadOnlyKeyValueStore<String, String> deadlines,
            ReadOnlyKeyValueStore<String, WatchedComplaint> watched) {
        List<HeldComplaint> first = new ArrayList<>();
        try (KeyValueIterator<String, String> entries = deadlines.range(range.from(), HeldRange.END)) {
            while (first.size() < range.limit() && entries.hasNext()) {
                KeyValue<String, String> entry = entries.next();
                held(watched, entry.value)
                        .filter(complaint -> complaint.place().text().equals(entry.key))
                        .ifPresent(first::add);
            }
        }
        return first;
    }

    private static Optional<HeldComplaint> held(
            ReadOnlyKeyValueStore<String, WatchedComplaint> watched, String complaintId) {
        return Optional.ofNullable(watched.get(complaintId)).flatMap(known -> HeldComplaint.of(complaintId, known));
    }
}
