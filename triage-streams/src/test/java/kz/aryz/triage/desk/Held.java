package kz.aryz.triage.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.Priority;
import kz.aryz.triage.assignment.Holding;
import kz.aryz.triage.queue.IndexKey;
import org.jspecify.annotations.Nullable;

/** An instance that holds these complaints and answers for all partitions that it is asked for. */
record Held(List<Lying> complaints) implements Slices {

    /** A complaint in a queue. */
    record Lying(String complaintId, Holding holding) {

        QueueEntry entry() {
            return new QueueEntry(
                    complaintId,
                    "number-of-" + complaintId,
                    AllegationClass.A,
                    Priority.P1,
                    "2022-01-05T00:00:00Z",
                    null,
                    null,
                    holding.assignee(),
                    holding.seq());
        }
    }

    /** So many complaints in a unit's queue that nobody works on. */
    static Stream<Lying> lying(String unit, int number) {
        return IntStream.range(0, number).mapToObj(i -> lying(unit + "-" + i, unit, null));
    }

    static Lying lying(String complaintId, String unit, @Nullable String assignee, String... excludedBodies) {
        return new Lying(complaintId, new Holding(unit, assignee, 3, Set.of(excludedBodies)));
    }

    @Override
    public Slice slice(QueuePart part, Optional<IndexKey> after, int limit, Set<Integer> partitions) {
        List<QueueEntry> entries = complaints.stream()
                .filter(lying -> lying.holding().unit().equals(part.unit()))
                .filter(isOf(part.assignee()))
                .map(Lying::entry)
                .filter(entry -> after.stream()
                        .allMatch(place -> entry.place(part.unit()).text().compareTo(place.text()) > 0))
                .sorted(Comparator.comparing(entry -> entry.place(part.unit()).text()))
                .limit(limit)
                .toList();
        return new Slice(partitions, entries);
    }

    @Override
    public Counts counts(Optional<String> assignee, Set<Integer> partitions) {
        return new Counts(
                partitions,
                complaints.stream()
                        .filter(isOf(assignee))
                        .collect(Collectors.groupingBy(lying -> lying.holding().unit(), Collectors.counting())));
    }

    @Override
    public Findings find(String complaintId, Set<Integer> partitions) {
        return new Findings(
                partitions,
                complaints.stream()
                        .filter(lying -> lying.complaintId().equals(complaintId))
                        .map(Lying::holding)
                        .toList());
    }

    private static Predicate<Lying> isOf(Optional<String> assignee) {
        return lying ->
                assignee.isEmpty() || assignee.get().equals(lying.holding().assignee());
    }
}
