package kz.aryz.notifier.holding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param items what the office is told of first comes first
 * @param next where the next page starts; null on the last
 * @param partial whether some instance could not be asked: there may be more
 */
record HeldPage(List<HeldComplaint> items, @Nullable String next, boolean partial) {

    HeldPage {
        items = List.copyOf(items);
    }
}
