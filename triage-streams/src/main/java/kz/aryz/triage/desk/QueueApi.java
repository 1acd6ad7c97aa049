package kz.aryz.triage.desk;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Optional;
import kz.aryz.access.Action;
import kz.aryz.runtime.http.Limit;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;

/** The queues as JSON. */
final class QueueApi {

    static final Duration PAUSE = Duration.ofSeconds(2);
    static final Limit LIMIT =
            new Limit(50, 500, new ProblemType("bad-limit", 400, "kz.aryz.triage.desk.desk-problems"));

    private final QueueDesk desk;
    private final Staffing staffing;

    QueueApi(QueueDesk desk, Staffing staffing) {
        this.desk = desk;
        this.staffing = staffing;
    }

    /** Adds the two routes. */
    void register(StaffRoutes routes) {
        Rule whoListsQueues = Rule.maySomewhere(Action.LIST_QUEUE);
        routes.api(
                HandlerType.GET,
                "/api/v1/queues",
                whoListsQueues,
                staffing.noting((ctx, caller) -> ctx.json(available(desk.counts(caller)))));
        routes.api(
                HandlerType.GET,
                "/api/v1/queues/{unit}",
                whoListsQueues,
                staffing.noting((ctx, caller) -> ctx.json(available(page(ctx, caller)))));
    }

    /** Whose a complaint is means something only where people sign in; elsewhere entries are what they always were. */
    private Optional<QueuePage> page(Context ctx, Caller caller) {
        Optional<QueuePage> page =
                desk.page(caller, ctx.pathParam("unit"), ctx.queryParam("after"), LIMIT.of(ctx.queryParam("limit")));
        return caller.person().isPresent() ? page : page.map(QueuePage::unheld);
    }

    private static <T> T available(Optional<T> answer) {
        return answer.orElseThrow(() -> ProblemException.retryAfter(ProblemType.UNAVAILABLE, PAUSE));
    }
}
