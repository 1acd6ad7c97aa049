package kz.aryz.notifier.accesses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the record of accesses, as programs get it.
 *
 * @param items the latest first
 * @param next where the next page starts; null on the last
 */
record AccessPage(List<AccessEntry> items, @Nullable String next) {

    AccessPage {
        items = List.copyOf(items);
    }
}
