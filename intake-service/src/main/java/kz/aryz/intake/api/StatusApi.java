package kz.aryz.intake.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import kz.aryz.intake.status.Inquiry;
import kz.aryz.intake.status.Standing;
import kz.aryz.runtime.http.ProblemException;

/** {@code GET /api/v1/status}: how a complaint stands, for whoever sends its receipt key in a header. */
public final class StatusApi {

    static final String PATH = "/api/v1/status";

    private static final String HEADER = "Receipt-Key";

    private final Inquiry inquiry;

    public StatusApi(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    public void register(RoutesConfig routes) {
        routes.get(PATH, this::status);
    }

    private void status(Context ctx) {
        String key = ctx.header(HEADER);
        Standing standing = inquiry.ask(key == null ? "" : key)
                .orElseThrow(() -> ProblemException.of(IntakeProblem.UNKNOWN_RECEIPT_KEY));
        ctx.json(StatusBody.of(standing));
    }

    /** The answer as JSON. */
    private record StatusBody(String state, String receivedAt, String updatedAt, String nextStep) {

        static StatusBody of(Standing standing) {
            return new StatusBody(
                    standing.state().name(),
                    standing.receivedAt().toString(),
                    standing.updatedAt().toString(),
                    standing.nextStep());
        }
    }
}
