package kz.aryz.notifier.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import kz.aryz.notifier.alert.InboxPlace;

/** Where a page of the inbox ends, as an opaque text for callers. */
final class Cursor {

    private Cursor() {}

    static String encode(InboxPlace last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.text().getBytes(StandardCharsets.UTF_8));
    }

    /** The place that the text stands for; empty where it was not made by {@link #encode}. */
    static Optional<InboxPlace> decode(String text) {
        try {
            return InboxPlace.parse(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
