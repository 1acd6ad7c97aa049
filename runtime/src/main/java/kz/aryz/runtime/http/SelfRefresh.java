package kz.aryz.runtime.http;

import io.javalin.http.Context;

/** A page that loads itself anew by its script (htmx): its reader has done nothing. */
public final class SelfRefresh {

    /** Parameter of the address of such a page that leaves refreshing to its reader. */
    public static final String STILL = "still";

    private SelfRefresh() {}

    /** Whether that is what asks. */
    public static boolean asks(Context ctx) {
        return ctx.header("HX-Request") != null;
    }
}
