package kz.aryz.triage.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.aryz.access.Action;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.http.RequestBody;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.CommandVerdict;

/** Giving complaints to people, as JSON. */
final class AssignmentApi {

    private static final String TEXTS = "kz.aryz.triage.desk.desk-problems";
    private static final ProblemType BAD_ASSIGNMENT = new ProblemType("bad-assignment", 400, TEXTS);
    private static final ProblemType UNANSWERED = new ProblemType("unanswered", 503, TEXTS);
    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int LONGEST_KEY = 200;

    private final Assignments assignments;
    private final ObjectMapper json;

    AssignmentApi(Assignments assignments, ObjectMapper json) {
        this.assignments = assignments;
        this.json = json;
    }

    /** Adds the two routes. */
    void register(StaffRoutes routes) {
        routes.api(
                HandlerType.GET,
                "/api/v1/queues/{unit}/staff",
                Rule.maySomewhere(Action.ASSIGN),
                (ctx, caller) -> ctx.json(staff(ctx, caller)));
        routes.api(
                HandlerType.POST,
                "/api/v1/queues/{unit}/{complaintId}/assignment",
                Rule.maySomewhere(Action.ASSIGN),
                (ctx, caller) -> ctx.json(given(ctx, caller)));
    }

    /** Somebody who can be given complaints. */
    private record Colleague(String pseudonym, String name) {}

    private record Staff(List<Colleague> staff) {}

    /** What was done. */
    private record Given(String commandId, String complaintId, String assignee, CommandVerdict outcome, long seq) {}

    private Staff staff(Context ctx, Caller caller) {
        return new Staff(assignments.staff(caller, ctx.pathParam("unit")).stream()
                .map(member -> new Colleague(member.pseudonym(), member.name()))
                .toList());
    }

    private Given given(Context ctx, Caller caller) throws InterruptedException {
        Order order = order(ctx);
        CommandOutcome outcome = assignments
                .give(caller, order)
                .orElseThrow(() -> ProblemException.retryAfter(UNANSWERED, QueueApi.PAUSE));
        if (outcome.getVerdict() != CommandVerdict.ACCEPTED) {
            throw ProblemException.of(Assignments.problem(outcome.getReason()));
        }
        return new Given(
                outcome.getCommandId(),
                outcome.getComplaintId(),
                order.assignee(),
                outcome.getVerdict(),
                outcome.getSeq());
    }

    private Order order(Context ctx) {
        JsonNode body = body(ctx);
        return new Order(
                ctx.pathParam("unit"),
                ctx.pathParam("complaintId"),
                text(body, "assignee").orElseThrow(AssignmentApi::refused),
                seq(body),
                reason(body),
                key(ctx));
    }

    private JsonNode body(Context ctx) {
        try {
            return json.readTree(RequestBody.text(ctx));
        } catch (JsonProcessingException e) {
            throw refused();
        }
    }

    private static Optional<Long> seq(JsonNode body) {
        JsonNode seq = body.path("seq");
        if (seq.isMissingNode() || seq.isNull()) {
            return Optional.empty();
        }
        if (!seq.canConvertToLong() || !seq.isIntegralNumber()) {
            throw refused();
        }
        return Optional.of(seq.asLong());
    }

    private static Optional<String> reason(JsonNode body) {
        Optional<String> reason = text(body, "reason");
        if (reason.filter(code -> !REASON.matcher(code).matches()).isPresent()) {
            throw refused();
        }
        return reason;
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.of(body.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    /** Without a key no repetition is recognised. */
    private static String key(Context ctx) {
        String key = ctx.header("Idempotency-Key");
        if (key == null || key.isBlank()) {
            return UUID.randomUUID().toString();
        }
        if (key.length() > LONGEST_KEY) {
            throw refused();
        }
        return key.strip();
    }

    private static ProblemException refused() {
        return ProblemException.of(BAD_ASSIGNMENT);
    }
}
