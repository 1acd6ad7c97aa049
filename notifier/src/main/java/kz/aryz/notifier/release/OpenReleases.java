package kz.aryz.notifier.release;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import kz.aryz.schema.CaseEvent;
import org.apache.kafka.common.TopicPartition;

/** Releases that were read here and are not done with, in the order of the log. One thread changes them, all may look. */
final class OpenReleases {

    /** Where a release stands in the log. */
    record Place(int partition, long offset) {}

    /** How far one has come. */
    enum State {
        /** It was read. */
        NEW,
        /** Its keys could not be handed over. */
        FAILED,
        /** No officer asked for it, as far as the private keys that are here can tell. */
        UNASKED
    }

    /** One of them. */
    record Open(CaseEvent event, State state) {}

    private final NavigableMap<Place, Open> open = new ConcurrentSkipListMap<>(
            Comparator.comparingInt(Place::partition).thenComparingLong(Place::offset));

    /** One that was read, now or before. */
    void add(Place place, CaseEvent event) {
        open.putIfAbsent(place, new Open(event, State.NEW));
    }

    void put(Place place, CaseEvent event, State state) {
        open.put(place, new Open(event, state));
    }

    void done(Place place) {
        open.remove(place);
    }

    /** What another instance reads on is for that one to do. */
    void leave(Collection<TopicPartition> partitions) {
        List<Integer> left = partitions.stream().map(TopicPartition::partition).toList();
        open.keySet().removeIf(place -> left.contains(place.partition()));
    }

    /** All of them as they are now; they may be changed meanwhile. */
    List<Map.Entry<Place, Open>> all() {
        return List.copyOf(open.entrySet());
    }

    /** The place of the first in the partition. */
    OptionalLong first(int partition) {
        return open.tailMap(new Place(partition, 0)).keySet().stream()
                .limit(1)
                .filter(place -> place.partition() == partition)
                .mapToLong(Place::offset)
                .findFirst();
    }

    /** When the first was decided whose keys a unit waits for. */
    Optional<Instant> oldest() {
        return open.values().stream()
                .filter(release -> release.state() != State.UNASKED)
                .map(release -> release.event().getHeader().getRecordedAt())
                .min(Instant::compareTo);
    }

    /** How many there are that nobody asked for. */
    long unasked() {
        return open.values().stream()
                .filter(release -> release.state() == State.UNASKED)
                .count();
    }
}
