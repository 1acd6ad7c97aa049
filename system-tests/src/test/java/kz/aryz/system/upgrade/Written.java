package kz.aryz.system.upgrade;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.QueueItemKind;
import kz.aryz.system.TopicContents;
import kz.aryz.topic.Topics;

/**
 * What triage has written so far: by complaint, what is about one in the order of writing, items by queue. Partitions are read
 * in no order.
 */
record Written(List<CaseEvent> events, List<QueueItem> queueItems, List<Obligation> obligations) {

    static Written in(TopicContents topics) {
        return new Written(
                sorted(topics.of(Topics.CASE_EVENTS), event -> event.getHeader().getComplaintId()),
                sorted(
                        topics.of(name -> name.startsWith("queue."), Topics.queue("COMMISSIONER")),
                        item -> item.getComplaintId() + item.getUnit()),
                sorted(topics.of(Topics.OBLIGATIONS), duty -> duty.getHeader().getComplaintId()));
    }

    private static <V> List<V> sorted(List<V> written, Function<V, String> order) {
        return written.stream().sorted(Comparator.comparing(order)).toList();
    }

    /** What it has written about some complaints. */
    Written about(Set<String> complaintIds) {
        Predicate<String> some = complaintIds::contains;
        return new Written(
                events.stream()
                        .filter(event -> some.test(event.getHeader().getComplaintId()))
                        .toList(),
                queueItems.stream()
                        .filter(item -> some.test(item.getComplaintId()))
                        .toList(),
                obligations.stream()
                        .filter(duty -> some.test(duty.getHeader().getComplaintId()))
                        .toList());
    }

    List<CaseEvent> eventsOf(String complaintId) {
        return about(Set.of(complaintId)).events();
    }

    List<CaseEventKind> kindsOf(String complaintId) {
        return eventsOf(complaintId).stream().map(CaseEvent::getKind).toList();
    }

    /** Where complaints stand by the queues' own topics. */
    Set<Place> places() {
        Set<Place> places = new LinkedHashSet<>();
        for (QueueItem item : queueItems) {
            Place place = new Place(item.getUnit(), item.getComplaintId());
            if (item.getKind() == QueueItemKind.ENTERED) {
                places.add(place);
            } else {
                places.remove(place);
            }
        }
        return places;
    }

    /** A complaint in a queue. */
    record Place(String unit, String complaintId) {}
}
