package kz.aryz.triage.desk;

import io.javalin.http.Context;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.http.PageAddress;
import kz.aryz.runtime.http.SelfRefresh;
import org.jspecify.annotations.Nullable;

/**
 * Address of a queue page.
 *
 * @param unit the unit whose queue is shown; null where none is chosen
 * @param after where the page begins; null for the first
 * @param idle whether units without complaints are listed
 * @param still whether the page leaves refreshing to the reader
 */
public record DeskAddress(@Nullable String unit, @Nullable String after, boolean idle, boolean still) {

    private static final String UNIT = "unit";
    private static final String AFTER = "after";
    private static final String IDLE = "idle";

    static DeskAddress of(Context ctx) {
        return new DeskAddress(
                ctx.queryParam(UNIT),
                ctx.queryParam(AFTER),
                ctx.queryParam(IDLE) != null,
                ctx.queryParam(SelfRefresh.STILL) != null);
    }

    /** The first page of a unit. */
    DeskAddress ofUnit(String other) {
        return new DeskAddress(other, null, idle, still);
    }

    DeskAddress from(String place) {
        return new DeskAddress(unit, place, idle, still);
    }

    DeskAddress withIdle(boolean shown) {
        return new DeskAddress(unit, after, shown, still);
    }

    DeskAddress withStill(boolean wanted) {
        return new DeskAddress(unit, after, idle, wanted);
    }

    String href() {
        return page().toString();
    }

    /** The same page in another language. */
    String in(Language language) {
        return page().in(language).toString();
    }

    private PageAddress page() {
        return PageAddress.of("/")
                .with(UNIT, unit)
                .with(AFTER, after)
                .with(IDLE, idle)
                .with(SelfRefresh.STILL, still);
    }
}
