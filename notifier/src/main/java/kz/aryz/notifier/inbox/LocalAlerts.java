package kz.aryz.notifier.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import kz.aryz.notifier.alert.InboxPlace;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.schema.Obligation;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** The partitions that this instance works on. */
final class LocalAlerts implements AlertContents {

    private final LocalPartitions partitions;

    LocalAlerts(LocalPartitions partitions) {
        this.partitions = partitions;
    }

    @Override
    public AlertSlice slice(InboxRange range, Set<Integer> asked) {
        List<Place> places = new ArrayList<>();
        Set<Integer> answered = partitions.query(
                NotifierStores.INBOX,
                RangeQuery.<String, String>withRange(range.from(), range.to()).withAscendingKeys(),
                asked,
                (partition, entries) -> take(partition, entries, range.limit(), places));
        List<PlacedAlert> alerts = places.stream()
                .sorted(Comparator.comparing(Place::text))
                .limit(range.limit())
                .flatMap(place -> alert(place.obligationId(), Set.of(place.partition())))
                .toList();
        return new AlertSlice(answered, alerts);
    }

    @Override
    public AlertSlice find(String obligationId, Set<Integer> asked) {
        Set<Integer> answered = partitions.query(
                NotifierStores.OBLIGATIONS,
                KeyQuery.<String, Obligation>withKey(obligationId),
                asked,
                (partition, obligation) -> {});
        return new AlertSlice(answered, alert(obligationId, answered).toList());
    }

    private Stream<PlacedAlert> alert(String id, Set<Integer> asked) {
        Obligation obligation = value(NotifierStores.OBLIGATIONS, Obligation.class, id, asked);
        AlertProgress progress = value(NotifierStores.PROGRESS, AlertProgress.class, id, asked);
        if (obligation == null || progress == null) {
            return Stream.empty();
        }
        String place = InboxPlace.of(obligation, progress).text();
        return Stream.of(new PlacedAlert(place, AlertEntry.of(obligation, progress)));
    }

    private <V> @Nullable V value(String store, Class<V> type, String id, Set<Integer> asked) {
        AtomicReference<V> found = new AtomicReference<>();
        partitions.query(
                store,
                KeyQuery.<String, V>withKey(id),
                asked,
                (partition, value) -> Optional.ofNullable(value).map(type::cast).ifPresent(found::set));
        return found.get();
    }

    private static void take(int partition, KeyValueIterator<String, String> entries, int limit, List<Place> places) {
        try (entries) {
            for (int taken = 0; taken < limit && entries.hasNext(); taken++) {
                places.add(Place.of(partition, Objects.requireNonNull(entries.next())));
            }
        }
    }

    private record Place(int partition, String text, String obligationId) {

        static Place of(int partition, KeyValue<String, String> entry) {
            return new Place(partition, entry.key, entry.value);
        }
    }
}
