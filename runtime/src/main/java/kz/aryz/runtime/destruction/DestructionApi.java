package kz.aryz.runtime.destruction;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.audit.RecordedDecisions;
import kz.aryz.audit.Recording;
import kz.aryz.runtime.destruction.Candidates.Candidate;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.http.RequestBody;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.signin.StepUp;
import kz.aryz.sealing.Section;
import kz.aryz.shredding.Ground;

/**
 * What people decide about whether a complaint may be destroyed, as JSON. Nothing is destroyed here: {@code aryz shred} does,
 * and decides by what is on record. What brings a destruction nearer, an approval and the lifting of a hold, takes a step-up;
 * a hold, which keeps it off, does not.
 */
public final class DestructionApi {

    private static final String PROBLEMS = "kz.aryz.runtime.destruction.problems";
    private static final ProblemType BAD_APPROVAL = new ProblemType("bad-approval", 400, PROBLEMS);
    private static final ProblemType BAD_HOLD = new ProblemType("bad-hold", 400, PROBLEMS);
    private static final ProblemType NOBODY = new ProblemType("nobody-signs-in", 403, PROBLEMS);
    private static final ProblemType NOT_ON_RECORD = new ProblemType("not-on-record", 503, PROBLEMS);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Room for a number, and for no sentence: it stands in clear, for ever. */
    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./№_-]{0,39}");

    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final RecordedDecisions decisions;
    private final Candidates candidates;

    public DestructionApi(RecordedDecisions decisions, Candidates candidates) {
        this.decisions = decisions;
        this.candidates = candidates;
    }

    /** Adds the three routes. */
    public void register(StaffRoutes routes) {
        routes.api(
                HandlerType.POST,
                "/api/v1/complaints/{complaintId}/destruction-approvals",
                Rule.maySomewhere(Action.APPROVE_DESTRUCTION),
                (ctx, caller) -> approve(ctx, caller, routes.stepUp()));
        routes.api(
                HandlerType.POST,
                "/api/v1/complaints/{complaintId}/legal-holds",
                Rule.maySomewhere(Action.HOLD),
                (ctx, caller) -> hold(ctx, caller, true, new StepUp.Never()));
        routes.api(
                HandlerType.POST,
                "/api/v1/complaints/{complaintId}/legal-holds/lifting",
                Rule.maySomewhere(Action.HOLD),
                (ctx, caller) -> hold(ctx, caller, false, routes.stepUp()));
    }

    /** What stands on record now. */
    private record Decided(String eventId, String complaintId) {}

    private void approve(Context ctx, Caller caller, StepUp stepUp) throws InterruptedException {
        RecordedDecisions.Approval approval = approval(RequestBody.json(ctx));
        stepUp.require(caller);
        String complaintId = ctx.pathParam("complaintId");
        Candidate candidate = candidates.find(person(caller), complaintId);
        answer(ctx, complaintId, decisions.approve(candidate.person(), complaintId, candidate.facts(), approval));
    }

    private void hold(Context ctx, Caller caller, boolean set, StepUp stepUp) throws InterruptedException {
        JsonNode body = RequestBody.json(ctx);
        String reason = text(body, "reason")
                .filter(code -> REASON.matcher(code).matches())
                .orElseThrow(() -> ProblemException.of(BAD_HOLD));
        RecordedDecisions.Hold hold = new RecordedDecisions.Hold(set, reason, reference(body, BAD_HOLD));
        stepUp.require(caller);
        String complaintId = ctx.pathParam("complaintId");
        Candidate candidate = candidates.find(person(caller), complaintId);
        answer(ctx, complaintId, decisions.hold(candidate.person(), complaintId, candidate.facts(), hold));
    }

    private static void answer(Context ctx, String complaintId, Recording recording) {
        switch (recording) {
            case Recording.OnRecord recorded -> ctx.status(201).json(new Decided(recorded.eventId(), complaintId));
            case Recording.NotOnRecord ignored -> throw ProblemException.retryAfter(NOT_ON_RECORD, PAUSE);
            case Recording.NotThere ignored -> throw ProblemException.of(ProblemType.NOT_FOUND);
        }
    }

    private static Person person(Caller caller) {
        return caller.person().orElseThrow(() -> ProblemException.of(NOBODY));
    }

    /** Says the same whatever the complaint is, and whether there is one. */
    private static RecordedDecisions.Approval approval(JsonNode body) {
        Ground ground = text(body, "ground").flatMap(Ground::of).orElseThrow(() -> ProblemException.of(BAD_APPROVAL));
        Optional<String> reference = reference(body, BAD_APPROVAL);
        if (ground.isOrder() && reference.isEmpty()) {
            throw ProblemException.of(BAD_APPROVAL);
        }
        return new RecordedDecisions.Approval(sections(body), ground.name(), reference);
    }

    private static Set<String> sections(JsonNode body) {
        Set<String> sections = new HashSet<>();
        body.path("sections").forEach(section -> sections.add(section.asText()));
        if (sections.isEmpty() || !Section.pathsOfComplaints().containsAll(sections)) {
            throw ProblemException.of(BAD_APPROVAL);
        }
        return sections;
    }

    private static Optional<String> reference(JsonNode body, ProblemType otherwise) {
        Optional<String> reference = text(body, "reference");
        if (reference.filter(number -> !REFERENCE.matcher(number).matches()).isPresent()) {
            throw ProblemException.of(otherwise);
        }
        return reference;
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.of(body.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
