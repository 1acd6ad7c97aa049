package kz.aryz.notifier.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import kz.aryz.access.Action;
import kz.aryz.runtime.http.RequestBody;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.signin.StepUp;

/** Releases and checks as JSON. */
final class ReleasesApi {

    private final Custodian custodian;
    private final StepUp stepUp;

    ReleasesApi(Custodian custodian, StepUp stepUp) {
        this.custodian = custodian;
        this.stepUp = stepUp;
    }

    void register(StaffRoutes routes) {
        for (Step step : Step.values()) {
            routes.api(
                    HandlerType.POST,
                    "/api/v1/complaints/{complaintId}/" + step.path(),
                    Rule.may(Action.LIST_ALERTS),
                    (ctx, caller) -> ask(ctx, caller, step));
        }
    }

    /** What was done, or is to be. Its names are an interface: they stay as they are. */
    private record Said(String commandId, String complaintId, String unit, String outcome) {}

    private void ask(Context ctx, Caller caller, Step step) throws InterruptedException {
        JsonNode body = RequestBody.json(ctx);
        Wish wish = Wish.of(
                step,
                text(body, "unit"),
                text(body, "reason"),
                text(body, "note"),
                Optional.of(body.path("seq"))
                        .filter(JsonNode::isValueNode)
                        .filter(seq -> !seq.isNull())
                        .map(JsonNode::asText),
                Optional.ofNullable(ctx.header("Idempotency-Key")));
        stepUp.require(caller);
        String complaintId = ctx.pathParam("complaintId");
        Answer answer = custodian.ask(caller, complaintId, wish).orProblem();
        ctx.status(answer.state() == Answer.State.NOTED ? HttpStatus.ACCEPTED : HttpStatus.OK);
        ctx.json(new Said(
                answer.commandId(), complaintId, wish.unit(), answer.state().name()));
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.of(body.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }
}
