package kz.aryz.dossier.destruction;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kz.aryz.dossier.opening.Office;
import kz.aryz.runtime.http.RequestBody;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.signin.StepUp;

/** What people decide about whether a complaint may be destroyed, as JSON. */
final class DestructionApi {

    private final Office office;
    private final Decisions decisions;
    private final StepUp stepUp;

    /** @param office whose people decide here: those of others do so at their own service, which knows what they are of */
    DestructionApi(Office office, Decisions decisions, StepUp stepUp) {
        this.office = office;
        this.decisions = decisions;
        this.stepUp = stepUp;
    }

    void register(StaffRoutes routes) {
        for (Step step : Step.values()) {
            routes.api(
                    HandlerType.POST,
                    "/api/v1/complaints/{complaintId}/" + step.path(),
                    office.deciders().and(Rule.maySomewhere(step.action())),
                    (ctx, caller) -> decide(ctx, caller, step));
        }
    }

    /** What stands on record now. */
    private record Decided(String eventId, String complaintId) {}

    private void decide(Context ctx, Caller caller, Step step) throws InterruptedException {
        JsonNode body = RequestBody.json(ctx);
        Decision decision = Decision.of(
                step, sections(body), text(body, step == Step.APPROVE ? "ground" : "reason"), text(body, "reference"));
        if (step.wantsStepUp()) {
            stepUp.require(caller);
        }
        String complaintId = ctx.pathParam("complaintId");
        ctx.status(201).json(new Decided(decisions.decide(caller, complaintId, decision), complaintId));
    }

    private static Set<String> sections(JsonNode body) {
        Set<String> sections = new HashSet<>();
        body.path("sections").forEach(section -> sections.add(section.asText()));
        return sections;
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.of(body.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
