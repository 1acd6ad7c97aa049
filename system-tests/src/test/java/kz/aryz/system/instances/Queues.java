package kz.aryz.system.instances;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.QueueItemKind;
import kz.aryz.system.Http;

/**
 * The queues of all units.
 *
 * @param complaints ids of complaints in the order of work; by unit, where there is any
 * @param whole whether nothing may be missing
 */
record Queues(Map<String, List<String>> complaints, boolean whole) {

    /** As the topics tell: what entered and has not left, by priority, then by age. */
    static Queues onTopics(List<QueueItem> items) {
        Map<String, List<QueueItem>> entered = new TreeMap<>();
        items.stream()
                .filter(item -> item.getKind() == QueueItemKind.ENTERED)
                .filter(item -> items.stream().noneMatch(left -> isOver(item, left)))
                .forEach(item -> entered.computeIfAbsent(item.getUnit(), unit -> new ArrayList<>())
                        .add(item));
        Comparator<QueueItem> orderOfWork = Comparator.<QueueItem, String>comparing(
                        item -> item.getEntered().getPriority().name())
                .thenComparing(item -> item.getEntered().getReceivedAt())
                .thenComparing(QueueItem::getComplaintId);
        Map<String, List<String>> complaints = new TreeMap<>();
        entered.forEach((unit, queue) -> complaints.put(
                unit,
                queue.stream()
                        .sorted(orderOfWork)
                        .map(QueueItem::getComplaintId)
                        .toList()));
        return new Queues(complaints, true);
    }

    private static boolean isOver(QueueItem entered, QueueItem left) {
        return left.getKind() == QueueItemKind.LEFT
                && left.getUnit().equals(entered.getUnit())
                && left.getComplaintId().equals(entered.getComplaintId());
    }

    /** As the lists of one instance show them. */
    static Queues listedBy(Http http, Instance instance) {
        Optional<JsonNode> counts = counts(http, instance);
        boolean whole = counts.isPresent();
        Map<String, List<String>> complaints = new TreeMap<>();
        for (String unit : counts.map(Queues::units).orElse(List.of())) {
            Listing listing = Listing.of(http, instance.resolve("/api/v1/queues/" + unit));
            whole &= listing.whole();
            complaints.put(unit, listing.texts("complaintId"));
        }
        complaints.values().removeIf(List::isEmpty);
        return new Queues(complaints, whole);
    }

    /** How many lie in each queue, as one instance counts them; empty where it does not say, or says that it may be wrong. */
    static Optional<Map<String, Integer>> countedBy(Http http, Instance instance) {
        return counts(http, instance)
                .filter(counts -> !counts.path("partial").asBoolean(false))
                .map(counts -> StreamSupport.stream(counts.path("units").spliterator(), false)
                        .filter(unit -> unit.path("open").asInt() > 0)
                        .collect(toMap(
                                unit -> unit.path("unit").asText(),
                                unit -> unit.path("open").asInt())));
    }

    Map<String, Integer> counts() {
        return complaints.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, queue -> queue.getValue().size()));
    }

    private static Optional<JsonNode> counts(Http http, Instance instance) {
        return Listing.answer(http, instance.resolve("/api/v1/queues"));
    }

    private static List<String> units(JsonNode counts) {
        return counts.path("units").findValuesAsText("unit");
    }
}
