package kz.aryz.notifier.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.http.RequestBody;
import org.apache.kafka.common.KafkaException;

/** The inbox as JSON. */
final class AlertsApi {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final Confirmations confirmations;
    private final ObjectMapper json;

    AlertsApi(Inbox inbox, Confirmations confirmations, ObjectMapper json) {
        this.inbox = inbox;
        this.confirmations = confirmations;
        this.json = json;
    }

    void register(RoutesConfig routes) {
        routes.get(
                "/api/v1/alerts",
                ctx -> ctx.json(
                        inbox.page(AlertQuery.range(ctx)).map(AlertList::of).orElseThrow(AlertsApi::unavailable)));
        routes.post("/api/v1/alerts/{obligationId}/acknowledgement", this::acknowledge);
    }

    private void acknowledge(Context ctx) throws InterruptedException {
        AlertEntry alert = confirmed(confirmations, ctx.pathParam("obligationId"), note(ctx));
        ctx.json(Map.of("obligationId", alert.obligationId(), "state", AlertState.ACKNOWLEDGED));
    }

    /** Shared with the page: the same refusals for programs and for people. */
    static AlertEntry confirmed(Confirmations confirmations, String obligationId, Optional<String> note)
            throws InterruptedException {
        try {
            return switch (confirmations.confirm(obligationId, note)) {
                case Lookup.Found found -> found.alert();
                case Lookup.Unknown ignored -> throw ProblemException.of(ProblemType.NOT_FOUND);
                case Lookup.Unanswered ignored -> throw unavailable();
            };
        } catch (KafkaException unwritten) {
            throw unavailable();
        }
    }

    /** No body at all is no note. */
    private Optional<String> note(Context ctx) {
        String body = RequestBody.text(ctx);
        if (body.isBlank()) {
            return Optional.empty();
        }
        try {
            JsonNode note = json.readTree(body).path("note");
            return note.isTextual() && !note.asText().isBlank() ? Optional.of(note.asText()) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw ProblemException.of(ProblemType.BAD_REQUEST);
        }
    }

    static ProblemException unavailable() {
        return ProblemException.retryAfter(ProblemType.UNAVAILABLE, PAUSE);
    }
}
