package kz.aryz.notifier.inbox;

import io.javalin.config.RoutesConfig;

/** What instances ask each other: what this one holds, and nothing gathered. */
final class PeerApi {

    static final String ALERTS = "/internal/v1/alerts";

    private final AlertContents local;

    PeerApi(AlertContents local) {
        this.local = local;
    }

    void register(RoutesConfig routes) {
        routes.get(ALERTS, ctx -> ctx.json(local.slice(AlertQuery.peersRange(ctx), AlertQuery.partitions(ctx))));
        routes.get(
                ALERTS + "/{obligationId}",
                ctx -> ctx.json(local.find(ctx.pathParam("obligationId"), AlertQuery.partitions(ctx))));
    }
}
