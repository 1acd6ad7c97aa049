package kz.aryz.notifier.inbox;

import kz.aryz.runtime.signin.StaffRoutes;

/** What instances ask each other: what this one holds, and nothing gathered. */
final class PeerApi {

    static final String ALERTS = "/internal/v1/alerts";

    private final AlertContents local;

    PeerApi(AlertContents local) {
        this.local = local;
    }

    void register(StaffRoutes routes) {
        routes.peer(ALERTS, ctx -> ctx.json(local.slice(AlertQuery.peersRange(ctx), AlertQuery.partitions(ctx))));
        routes.peer(
                ALERTS + "/{obligationId}",
                ctx -> ctx.json(local.find(ctx.pathParam("obligationId"), AlertQuery.partitions(ctx))));
    }
}
