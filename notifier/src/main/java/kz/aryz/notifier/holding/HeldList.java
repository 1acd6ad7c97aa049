package kz.aryz.notifier.holding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kz.aryz.notifier.state.HeldFor;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.Priority;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list as programs get it. Its names are an interface: they stay as they are.
 *
 * @param items as in {@link HeldPage}
 * @param next where the next page starts; null on the last
 * @param partial there, and true, only while some instance could not be asked: there may be more
 */
record HeldList(
        List<Item> items,
        @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean partial) {

    /**
     * A complaint, as in {@link HeldComplaint}.
     *
     * @param complaintId by which it is opened; missing where nobody signs in, so that nothing is opened
     */
    record Item(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String complaintId,

            @Nullable String complaintNumber,
            HeldFor reason,
            @Nullable String since,
            String remindedFrom,
            AllegationClass allegationClass,
            Priority priority) {

        static Item of(HeldComplaint held, boolean signedIn) {
            return new Item(
                    signedIn ? held.complaintId() : null,
                    held.complaintNumber(),
                    held.reason(),
                    held.since(),
                    held.remindedFrom(),
                    held.allegationClass(),
                    held.priority());
        }
    }

    /** @param signedIn whether the reader has signed in */
    static HeldList of(HeldPage page, boolean signedIn) {
        List<Item> items =
                page.items().stream().map(held -> Item.of(held, signedIn)).toList();
        return new HeldList(items, page.next(), page.partial());
    }
}
