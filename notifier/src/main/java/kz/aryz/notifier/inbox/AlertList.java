package kz.aryz.notifier.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kz.aryz.notifier.alert.AlertState;
import org.jspecify.annotations.Nullable;

/**
 * A page of the inbox as programs get it. Its names are an interface: they stay as they are.
 *
 * @param items as in {@link AlertPage}
 * @param next where the next page starts; null on the last
 * @param partial there, and true, only while some instance could not be asked: there may be more
 */
record AlertList(
        List<Item> items,
        @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean partial) {

    /**
     * An alert.
     *
     * @param complaintId by which a complaint is opened; missing where unknown, and where nobody signs in, so that nothing is
     *     opened
     * @param complaintNumber null where unknown
     * @param createdAt when the duty to tell arose, ISO 8601 in UTC
     * @param attempts deliveries begun
     */
    record Item(
            String obligationId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String complaintId,

            @Nullable String complaintNumber,
            String addressee,
            String reason,
            String priority,
            AlertState state,
            String createdAt,
            int attempts) {

        static Item of(AlertEntry alert, boolean signedIn) {
            return new Item(
                    alert.obligationId(),
                    signedIn ? alert.complaintId() : null,
                    alert.complaintNumber(),
                    alert.addressee(),
                    alert.reason(),
                    alert.priority(),
                    alert.state(),
                    alert.createdAt(),
                    alert.attempts());
        }
    }

    /** @param signedIn whether the reader has signed in */
    static AlertList of(AlertPage page, boolean signedIn) {
        List<Item> items =
                page.items().stream().map(alert -> Item.of(alert, signedIn)).toList();
        return new AlertList(items, page.next(), page.partial());
    }
}
