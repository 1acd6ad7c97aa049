package kz.aryz.triage.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Submission;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import kz.aryz.triage.assignment.Holding;
import kz.aryz.triage.queue.AssignedKey;
import kz.aryz.triage.queue.IndexKey;
import kz.aryz.triage.register.CaseFile;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The partitions that this instance works on, by interactive queries against its own store. */
final class LocalSlices implements Slices {

    /** Everything about complaints is spread alike. */
    private static final Topic<Submission> PARTITIONED = Topics.SUBMISSIONS;

    private final LocalPartitions local;

    LocalSlices(LocalPartitions local) {
        this.local = local;
    }

    @Override
    public Slice slice(QueuePart part, Optional<IndexKey> after, int limit, Set<Integer> partitions) {
        Map<Integer, List<QueueEntry>> heads = local.<QueueItem, List<QueueEntry>>read(
                part.store(), partitions, index -> head(index.range(part.from(after), part.end()), limit));
        Map<Integer, List<QueueEntry>> first = heads.values().stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(entry -> entry.place(part.unit()).text()))
                .limit(limit)
                .collect(Collectors.groupingBy(entry -> PARTITIONED.partition(entry.complaintId())));
        Set<Integer> answered = new HashSet<>(heads.keySet());
        List<QueueEntry> entries = new ArrayList<>();
        first.forEach((partition, some) ->
                withHoldings(partition, some).ifPresentOrElse(entries::addAll, () -> answered.remove(partition)));
        entries.sort(Comparator.comparing(entry -> entry.place(part.unit()).text()));
        return new Slice(answered, entries);
    }

    @Override
    public Counts counts(Optional<String> assignee, Set<Integer> partitions) {
        Map<Integer, Map<String, Long>> counted = assignee.isPresent()
                ? local.<QueueItem, Map<String, Long>>read(
                        TriageStores.ASSIGNED_INDEX,
                        partitions,
                        index ->
                                count(index.range(AssignedKey.prefix(assignee.get()), AssignedKey.end(assignee.get()))))
                : local.<QueueItem, Map<String, Long>>read(
                        TriageStores.QUEUE_INDEX, partitions, index -> count(index.all()));
        Map<String, Long> open = new HashMap<>();
        counted.values().forEach(part -> part.forEach((unit, count) -> open.merge(unit, count, Long::sum)));
        return new Counts(counted.keySet(), open);
    }

    @Override
    public Findings find(String complaintId, Set<Integer> partitions) {
        int partition = PARTITIONED.partition(complaintId);
        Map<Integer, Optional<CaseFile>> files = local.<CaseFile, Optional<CaseFile>>read(
                TriageStores.COMPLAINTS,
                partitions.contains(partition) ? Set.of(partition) : Set.of(),
                complaints -> Optional.ofNullable(complaints.get(complaintId)));
        return new Findings(
                files.keySet(),
                files.values().stream()
                        .flatMap(Optional::stream)
                        .map(Holding::of)
                        .toList());
    }

    /** Empty where the partition has moved away meanwhile. */
    private Optional<List<QueueEntry>> withHoldings(int partition, List<QueueEntry> entries) {
        return Optional.ofNullable(local.<CaseFile, List<QueueEntry>>read(
                        TriageStores.COMPLAINTS,
                        Set.of(partition),
                        complaints -> entries.stream()
                                .map(entry -> entry.held(complaints.get(entry.complaintId())))
                                .toList())
                .get(partition));
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
