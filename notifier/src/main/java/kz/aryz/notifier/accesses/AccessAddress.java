package kz.aryz.notifier.accesses;

import io.javalin.http.Context;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.http.PageAddress;
import kz.aryz.runtime.http.SelfRefresh;
import org.jspecify.annotations.Nullable;

/**
 * Address of a page of accesses.
 *
 * @param after where the page begins; null for the latest
 * @param still whether the latest leaves refreshing to the reader
 */
record AccessAddress(@Nullable String after, boolean still) {

    static final String PATH = "/accesses";
    static final String AFTER = "after";

    static AccessAddress of(Context ctx) {
        return new AccessAddress(ctx.queryParam(AFTER), ctx.queryParam(SelfRefresh.STILL) != null);
    }

    boolean isLatest() {
        return after == null;
    }

    AccessAddress latest() {
        return from(null);
    }

    AccessAddress from(@Nullable String place) {
        return new AccessAddress(place, still);
    }

    AccessAddress withStill(boolean wanted) {
        return new AccessAddress(after, wanted);
    }

    String href() {
        return page().toString();
    }

    /** The same page in another language. */
    String in(Language language) {
        return page().in(language).toString();
    }

    private PageAddress page() {
        return PageAddress.of(PATH).with(AFTER, after).with(SelfRefresh.STILL, still);
    }
}
