package kz.aryz.triage.desk;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.runtime.streams.Gathered;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.triage.assignment.Holding;
import kz.aryz.triage.queue.IndexKey;

/**
 * The queues of all units, gathered from every instance. No answer at all is empty, an incomplete one is marked partial.
 */
final class DeskQueues {

    private final Gathering<Slices> instances;

    DeskQueues(Gathering<Slices> instances) {
        this.instances = instances;
    }

    /** A page of the unit's queue, or of a part of it; empty while no partition answers. */
    Optional<QueuePage> page(QueuePart part, Optional<IndexKey> after, int limit) {
        String unit = part.unit();
        Gathered<Slice> slices =
                instances.ask(holder -> holder.contents().slice(part, after, limit + 1, holder.partitions()));
        List<QueueEntry> found = slices.answers().stream()
                .flatMap(slice -> slice.entries().stream())
                .sorted(Comparator.comparing(entry -> entry.place(unit).text()))
                .limit(limit + 1L)
                .toList();
        return slices.isEmpty() ? Optional.empty() : Optional.of(page(unit, found, limit, slices.partial()));
    }

    /**
     * What lies in the queues of these units, and of any other that holds something; empty while nothing answers.
     *
     * @param assignee whose complaints are counted; empty for all
     */
    Optional<UnitCounts> counts(Collection<String> units, Optional<String> assignee) {
        Gathered<Counts> parts = instances.ask(holder -> holder.contents().counts(assignee, holder.partitions()));
        Map<String, Long> open = new HashMap<>();
        units.forEach(unit -> open.put(unit, 0L));
        parts.answers().forEach(part -> part.open().forEach((unit, count) -> open.merge(unit, count, Long::sum)));
        List<UnitCount> counted = open.entrySet().stream()
                .map(unit -> new UnitCount(unit.getKey(), unit.getValue()))
                .sorted(Comparator.comparing(UnitCount::unit))
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(new UnitCounts(counted, parts.partial()));
    }

    /** Whose the complaint is, none where there is no such complaint; empty while its partition does not answer. */
    Optional<List<Holding>> find(String complaintId) {
        Gathered<Findings> found = instances.ask(holder -> holder.contents().find(complaintId, holder.partitions()));
        return found.answers().stream().findFirst().map(Findings::found);
    }

    private static QueuePage page(String unit, List<QueueEntry> found, int limit, boolean partial) {
        List<QueueEntry> items = found.stream().limit(limit).toList();
        String next = found.size() > limit ? Cursor.encode(items.getLast().place(unit)) : null;
        return new QueuePage(items, next, partial);
    }
}
