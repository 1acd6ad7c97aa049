package kz.aryz.notifier.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.aryz.notifier.alert.InboxPlace;
import kz.aryz.runtime.streams.Gathered;
import kz.aryz.runtime.streams.Gathering;

/** The alerts of all instances as one list. */
final class Inbox {

    private final Gathering<AlertContents> instances;

    Inbox(Gathering<AlertContents> instances) {
        this.instances = instances;
    }

    /** A page of the inbox; empty while no partition answers. */
    Optional<AlertPage> page(InboxRange range) {
        InboxRange oneMore = range.withLimit(range.limit() + 1);
        Gathered<AlertSlice> gathered =
                instances.ask(holder -> holder.contents().slice(oneMore, holder.partitions()));
        return gathered.isEmpty() ? Optional.empty() : Optional.of(page(gathered, range.limit()));
    }

    Lookup find(String obligationId) {
        Gathered<AlertSlice> gathered =
                instances.ask(holder -> holder.contents().find(obligationId, holder.partitions()));
        Lookup missing = gathered.partial() ? new Lookup.Unanswered() : new Lookup.Unknown();
        return gathered.answers().stream()
                .flatMap(slice -> slice.alerts().stream())
                .findFirst()
                .<Lookup>map(placed -> new Lookup.Found(placed.alert()))
                .orElse(missing);
    }

    private static AlertPage page(Gathered<AlertSlice> gathered, int limit) {
        List<PlacedAlert> placed = gathered.answers().stream()
                .flatMap(slice -> slice.alerts().stream())
                .sorted(Comparator.comparing(PlacedAlert::place))
                .limit(limit + 1L)
                .toList();
        List<AlertEntry> items =
                placed.stream().limit(limit).map(PlacedAlert::alert).toList();
        String next = placed.size() > limit
                ? Cursor.encode(new InboxPlace(placed.get(limit - 1).place()))
                : null;
        return new AlertPage(items, next, gathered.partial());
    }
}
