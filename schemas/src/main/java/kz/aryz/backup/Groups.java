package kz.aryz.backup;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kz.aryz.backup.Manifest.GroupPlaces;
import kz.aryz.backup.Manifest.Place;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;

/** The groups of Aryz at a cluster: whether anybody is in them, and how far they have come. */
final class Groups {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::topic).thenComparingInt(Place::partition);

    private final Admin admin;

    Groups(Admin admin) {
        this.admin = admin;
    }

    /**
     * Returns once nobody is in the groups of triage-streams and notifier.
     *
     * @throws BackupException if somebody still is when the patience ends
     */
    void awaitStandstill(Duration patience) throws InterruptedException, ExecutionException {
        Waiting.until(this::workers, patience);
    }

    private Optional<String> workers() throws InterruptedException, ExecutionException {
        String busy = admin.listGroups().all().get().stream()
                .filter(group -> Scope.isWorker(group.groupId()))
                .filter(group -> !isStill(group))
                .map(GroupListing::groupId)
                .sorted()
                .collect(Collectors.joining(", "));
        return busy.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Somebody is at work in the groups " + busy + ". Stop triage-streams and notifier on every"
                                + " host; intake-service may go on. A broker knows it within a minute.");
    }

    private static boolean isStill(GroupListing group) {
        GroupState state = group.groupState().orElse(GroupState.UNKNOWN);
        return state == GroupState.EMPTY || state == GroupState.DEAD;
    }

    /** How far each group has come, sorted by name; transactions that are being decided are waited for. */
    List<GroupPlaces> places() throws InterruptedException, ExecutionException {
        List<GroupPlaces> places = new ArrayList<>();
        for (GroupListing group : admin.listGroups().all().get()) {
            if (Scope.isGroup(group.groupId())) {
                boolean share = group.type().filter(GroupType.SHARE::equals).isPresent();
                places.add(new GroupPlaces(
                        group.groupId(), share, share ? shared(group.groupId()) : consumed(group.groupId())));
            }
        }
        places.sort(Comparator.comparing(GroupPlaces::group));
        return places;
    }

    private List<Place> consumed(String group) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(admin.listConsumerGroupOffsets(
                        Map.of(group, new ListConsumerGroupOffsetsSpec()),
                        new ListConsumerGroupOffsetsOptions().requireStable(true))
                .partitionsToOffsetAndMetadata(group)
                .get());
        offsets.values().removeIf(offset -> offset == null);
        return offsets.entrySet().stream()
                .map(place -> new Place(
                        place.getKey().topic(),
                        place.getKey().partition(),
                        place.getValue().offset(),
                        place.getValue().metadata()))
                .sorted(ORDER)
                .toList();
    }

    private List<Place> shared(String group) throws InterruptedException, ExecutionException {
        Map<TopicPartition, SharePartitionOffsetInfo> offsets =
                new HashMap<>(admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                        .partitionsToOffsetInfo(group)
                        .get());
        offsets.values().removeIf(offset -> offset == null || offset.startOffset() < 0);
        return offsets.entrySet().stream()
                .map(place -> new Place(
                        place.getKey().topic(),
                        place.getKey().partition(),
                        place.getValue().startOffset(),
                        ""))
                .sorted(ORDER)
                .toList();
    }

    /** Puts each group where it was. */
    void restore(List<GroupPlaces> groups) throws InterruptedException, ExecutionException {
        for (GroupPlaces group : groups) {
            if (!group.places().isEmpty()) {
                restore(group);
            }
        }
    }

    private void restore(GroupPlaces group) throws InterruptedException, ExecutionException {
        if (group.share()) {
            admin.alterShareGroupOffsets(
                            group.group(), group.places().stream().collect(toMap(Groups::partition, Place::offset)))
                    .all()
                    .get();
        } else {
            admin.alterConsumerGroupOffsets(
                            group.group(),
                            group.places().stream()
                                    .collect(toMap(
                                            Groups::partition,
                                            place -> new OffsetAndMetadata(place.offset(), place.metadata()))))
                    .all()
                    .get();
        }
    }

    private static TopicPartition partition(Place place) {
        return new TopicPartition(place.topic(), place.partition());
    }
}
