package kz.aryz.notifier.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.aryz.access.Action;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.http.RequestBody;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import org.apache.kafka.common.KafkaException;

/** The inbox as JSON. */
final class AlertsApi {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final Confirmations confirmations;

    AlertsApi(Inbox inbox, Confirmations confirmations) {
        this.inbox = inbox;
        this.confirmations = confirmations;
    }

    void register(StaffRoutes routes) {
        routes.api(HandlerType.GET, "/api/v1/alerts", Rule.may(Action.LIST_ALERTS), this::list);
        routes.api(
                HandlerType.POST,
                "/api/v1/alerts/{obligationId}/acknowledgement",
                Rule.may(Action.ACKNOWLEDGE_ALERT),
                this::acknowledge);
    }

    private void list(Context ctx, Caller caller) {
        AlertPage page = inbox.page(AlertQuery.range(ctx)).orElseThrow(AlertsApi::unavailable);
        ctx.json(AlertList.of(page, caller.person().isPresent()));
    }

    private void acknowledge(Context ctx, Caller caller) throws InterruptedException {
        AlertEntry alert = confirmed(confirmations, caller, ctx.pathParam("obligationId"), note(ctx));
        ctx.json(Map.of("obligationId", alert.obligationId(), "state", AlertState.ACKNOWLEDGED));
    }

    /** Shared with the page: the same refusals for programs and for people. */
    static AlertEntry confirmed(Confirmations confirmations, Caller caller, String obligationId, Optional<String> note)
            throws InterruptedException {
        try {
            return switch (confirmations.confirm(caller, obligationId, note)) {
                case Lookup.Found found -> found.alert();
                case Lookup.Unknown ignored -> throw ProblemException.of(ProblemType.NOT_FOUND);
                case Lookup.Unanswered ignored -> throw unavailable();
            };
        } catch (KafkaException unwritten) {
            throw unavailable();
        }
    }

    /** No body at all is no note. */
    private static Optional<String> note(Context ctx) {
        JsonNode note = RequestBody.json(ctx).path("note");
        return note.isTextual() && !note.asText().isBlank() ? Optional.of(note.asText()) : Optional.empty();
    }

    static ProblemException unavailable() {
        return ProblemException.retryAfter(ProblemType.UNAVAILABLE, PAUSE);
    }
}
