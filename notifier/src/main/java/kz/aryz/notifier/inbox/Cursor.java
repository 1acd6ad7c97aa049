package kz.aryz.notifier.inbox;

import java.util.Optional;
import kz.aryz.notifier.alert.InboxPlace;
import kz.aryz.runtime.http.OpaqueText;

/** Where a page of the inbox ends, as an opaque text for callers. */
final class Cursor {

    private Cursor() {}

    static String encode(InboxPlace last) {
        return OpaqueText.of(last.text());
    }

    /** The place that the text stands for; empty where it was not made by {@link #encode}. */
    static Optional<InboxPlace> decode(String text) {
        return OpaqueText.read(text).flatMap(InboxPlace::parse);
    }
}
