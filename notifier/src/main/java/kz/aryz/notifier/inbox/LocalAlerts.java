package kz.aryz.notifier.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.notifier.alert.InboxPlace;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.schema.Obligation;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * The partitions that this instance works on. An alert is put together from several stores; a partition that moves away
 * between two looks has not answered.
 */
final class LocalAlerts implements AlertContents {

    private final LocalPartitions partitions;

    LocalAlerts(LocalPartitions partitions) {
        this.partitions = partitions;
    }

    @Override
    public AlertSlice slice(InboxRange range, Set<Integer> asked) {
        Map<Integer, List<KeyValue<String, String>>> heads = partitions.<String, List<KeyValue<String, String>>>read(
                NotifierStores.INBOX, asked, inbox -> head(inbox.range(range.from(), range.to()), range.limit()));
        List<Place> places = heads.entrySet().stream()
                .flatMap(
                        head -> head.getValue().stream().map(entry -> new Place(head.getKey(), entry.key, entry.value)))
                .sorted(Comparator.comparing(Place::text))
                .limit(range.limit())
                .toList();
        return slice(places, heads.keySet());
    }

    /** In the places in which they were found: an alert that is confirmed meanwhile does not lead the next page astray. */
    private AlertSlice slice(List<Place> places, Set<Integer> read) {
        Set<Integer> answered = new HashSet<>(read);
        List<PlacedAlert> alerts = new ArrayList<>();
        for (Place place : places) {
            Map<Integer, Optional<PlacedAlert>> found = alerts(place.obligationId(), Set.of(place.partition()));
            if (found.isEmpty()) {
                answered.remove(place.partition());
            }
            found.values().stream()
                    .flatMap(Optional::stream)
                    .forEach(placed -> alerts.add(new PlacedAlert(place.text(), placed.alert())));
        }
        return new AlertSlice(answered, alerts);
    }

    @Override
    public AlertSlice find(String obligationId, Set<Integer> asked) {
        Map<Integer, Optional<PlacedAlert>> found = alerts(obligationId, asked);
        return new AlertSlice(
                found.keySet(),
                found.values().stream().flatMap(Optional::stream).toList());
    }

    /** What each of the partitions has under the id; one that does not answer is missing. */
    private Map<Integer, Optional<PlacedAlert>> alerts(String id, Set<Integer> asked) {
        Map<Integer, Optional<Obligation>> obligations = values(NotifierStores.OBLIGATIONS, id, asked);
        Map<Integer, Optional<AlertProgress>> progress = values(NotifierStores.PROGRESS, id, obligations.keySet());
        Map<Integer, Optional<PlacedAlert>> alerts = new HashMap<>();
        progress.forEach((partition, known) -> alerts.put(
                partition,
                obligations
                        .getOrDefault(partition, Optional.empty())
                        .flatMap(obligation -> known.map(state -> alert(obligation, state)))));
        return alerts;
    }

    private <V> Map<Integer, Optional<V>> values(String store, String id, Set<Integer> asked) {
        return partitions.<V, Optional<V>>read(store, asked, values -> Optional.ofNullable(values.get(id)));
    }

    private static PlacedAlert alert(Obligation obligation, AlertProgress progress) {
        String place = InboxPlace.of(obligation, progress).text();
        return new PlacedAlert(place, AlertEntry.of(obligation, progress));
    }

    private static List<KeyValue<String, String>> head(KeyValueIterator<String, String> entries, int limit) {
        List<KeyValue<String, String>> head = new ArrayList<>();
        try (entries) {
            while (head.size() < limit && entries.hasNext()) {
                head.add(entries.next());
            }
        }
        return head;
    }

    private record Place(int partition, String text, String obligationId) {}
}
