package kz.aryz.notifier.accesses;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.aryz.access.Action;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import org.apache.kafka.common.KafkaException;

/** The record of accesses over HTTP: page and API, for whoever may read the log. Notes are not in it. */
public final class Accesses {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final AccessHistory history;

    public Accesses(AccessHistory history) {
        this.history = history;
    }

    public void register(StaffRoutes routes) {
        routes.api(HandlerType.GET, "/api/v1/accesses", Rule.may(Action.READ_LOG), (ctx, caller) -> list(ctx));
        routes.beginning(AccessAddress.PATH, Rule.may(Action.READ_LOG), this::show);
    }

    private void list(Context ctx) {
        AccessQuery query = AccessQuery.of(ctx);
        ctx.json(page(query).orElseThrow(() -> ProblemException.retryAfter(ProblemType.UNAVAILABLE, PAUSE)));
    }

    private void show(Context ctx, Caller caller) {
        AccessQuery query = AccessQuery.of(ctx);
        Optional<AccessPage> page = page(query);
        boolean leads =
                caller.person().map(Rule.may(Action.LIST_ALERTS)::admits).orElse(true);
        ctx.status(page.isEmpty() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
        AccessesView view = new AccessesView(LanguageChoice.of(ctx), caller, page, AccessAddress.of(ctx), leads);
        ctx.render("notifier/accesses.jte", Map.of("view", view));
    }

    private Optional<AccessPage> page(AccessQuery query) {
        try {
            return Optional.of(history.page(query.before(), query.limit()));
        } catch (KafkaException unreadable) {
            return Optional.empty();
        }
    }
}
