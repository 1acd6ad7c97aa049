package kz.aryz.notifier.holding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.aryz.runtime.streams.Gathered;
import kz.aryz.runtime.streams.Gathering;

/** What is held on all instances, as one list. */
final class HeldRegister {

    private final Gathering<HeldContents> instances;

    HeldRegister(Gathering<HeldContents> instances) {
        this.instances = instances;
    }

    /** A page of the list; empty while no partition answers. */
    Optional<HeldPage> page(HeldRange range) {
        HeldRange oneMore = range.withLimit(range.limit() + 1);
        Gathered<HeldSlice> gathered = instances.ask(holder -> holder.contents().slice(oneMore, holder.partitions()));
        return gathered.isEmpty() ? Optional.empty() : Optional.of(page(gathered, range.limit()));
    }

    /** That complaint; empty where it is not held, and while whoever knows does not answer. */
    Optional<HeldComplaint> find(String complaintId) {
        return instances.ask(holder -> holder.contents().find(complaintId, holder.partitions())).answers().stream()
                .flatMap(slice -> slice.complaints().stream())
                .findFirst();
    }

    private static HeldPage page(Gathered<HeldSlice> gathered, int limit) {
        List<HeldComplaint> found = gathered.answers().stream()
                .flatMap(slice -> slice.complaints().stream())
                .sorted(Comparator.comparing(HeldComplaint::place))
                .limit(limit + 1L)
                .toList();
        List<HeldComplaint> items = found.stream().limit(limit).toList();
        String next = found.size() > limit ? items.getLast().place().encode() : null;
        return new HeldPage(items, next, gathered.partial());
    }
}
