package kz.aryz.notifier.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the inbox.
 *
 * @param items open ones first, by urgency, then age; after them the confirmed ones, the latest first
 * @param next where the next page starts; null on the last
 * @param partial whether some instance could not be asked: there may be more
 */
public record AlertPage(List<AlertEntry> items, @Nullable String next, boolean partial) {

    public AlertPage {
        items = List.copyOf(items);
    }
}
