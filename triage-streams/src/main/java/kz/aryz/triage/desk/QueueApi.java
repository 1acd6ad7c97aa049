package kz.aryz.triage.desk;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Optional;
import kz.aryz.access.Action;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import org.jspecify.annotations.Nullable;

/** The queues as JSON. */
final class QueueApi {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    static final Duration PAUSE = Duration.ofSeconds(2);
    private static final ProblemType BAD_LIMIT = new ProblemType("bad-limit", 400, "kz.aryz.triage.desk.desk-problems");

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
                desk.page(caller, ctx.pathParam("unit"), ctx.queryParam("after"), limit(ctx.queryParam("limit")));
        return caller.person().isPresent() ? page : page.map(QueuePage::unheld);
    }

    static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw ProblemException.of(BAD_LIMIT);
        }
        return Integer.parseInt(text);
    }

    private static <T> T available(Optional<T> answer) {
        return answer.orElseThrow(() -> ProblemException.retryAfter(ProblemType.UNAVAILABLE, PAUSE));
    }
}
