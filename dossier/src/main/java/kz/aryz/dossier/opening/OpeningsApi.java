package kz.aryz.dossier.opening;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import kz.aryz.runtime.http.RequestBody;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.signin.StepUp;
import org.jspecify.annotations.Nullable;

/** Openings as JSON. */
final class OpeningsApi {

    private final Office office;
    private final Complaints complaints;
    private final StepUp stepUp;

    OpeningsApi(Office office, Complaints complaints, StepUp stepUp) {
        this.office = office;
        this.complaints = complaints;
        this.stepUp = stepUp;
    }

    void register(StaffRoutes routes) {
        routes.api(HandlerType.POST, "/api/v1/complaints/{complaintId}/openings", office.rule(), this::open);
    }

    private void open(Context ctx, Caller caller) throws InterruptedException {
        JsonNode body = RequestBody.json(ctx);
        OpeningRequest request = OpeningRequest.of(
                office,
                text(body, "section"),
                text(body, "purpose"),
                Optional.ofNullable(text(body, "note")),
                body.path("breakGlass").asBoolean(false),
                text(body, "after"));
        if (request.wantsStepUp()) {
            stepUp.require(caller);
        }
        ctx.json(complaints.open(caller, ctx.pathParam("complaintId"), request).section());
    }

    private static @Nullable String text(JsonNode body, String field) {
        return body.path(field).isTextual() ? body.path(field).asText() : null;
    }
}
