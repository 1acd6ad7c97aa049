package kz.aryz.triage.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a unit's queue.
 *
 * @param items by priority, then by age
 * @param next cursor of the page after this one; null where there is none
 * @param partial true while some partition could not be asked: complaints may be missing from the list
 */
public record QueuePage(List<QueueEntry> items, @Nullable String next, boolean partial) {

    static final QueuePage NONE = new QueuePage(List.of(), null, false);

    public QueuePage {
        items = List.copyOf(items);
    }

    /** The same without whose each is. */
    QueuePage unheld() {
        return new QueuePage(items.stream().map(QueueEntry::unheld).toList(), next, partial);
    }
}
