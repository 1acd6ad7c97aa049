package kz.aryz.triage.desk;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.access.Action;
import kz.aryz.runtime.http.LastWord;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffNote;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.CommandVerdict;

/** The form by which the head of a unit gives a complaint to somebody. It leads back to the page that it stands on. */
final class AssignmentForm implements StaffNote {

    static final String ASSIGNEE = "assignee";
    static final String SEQ = "seq";
    static final String KEY = "key";

    private final Assignments assignments;

    AssignmentForm(Assignments assignments) {
        this.assignments = assignments;
    }

    void register(StaffRoutes routes) {
        routes.note("/complaints/{complaintId}/assignment", Rule.maySomewhere(Action.ASSIGN), this);
    }

    /** Where the form of a complaint is sent to from a page. */
    static String action(String complaintId, DeskAddress page) {
        return "/complaints/" + complaintId + "/assignment" + page.href().substring(1);
    }

    /** There is nothing in it but a choice, which may be another one by now. */
    @Override
    public void returned(Context ctx, Caller caller, Map<String, List<String>> fields) {
        LastWord.lead(ctx, DeskAddress.of(ctx).href(), OrderCourse.RETURNED);
    }

    @Override
    public void sent(Context ctx, Caller caller, Map<String, List<String>> fields) throws InterruptedException {
        DeskAddress page = DeskAddress.of(ctx);
        if (field(fields, ASSIGNEE).isBlank()) {
            LastWord.lead(ctx, page.href(), OrderCourse.NOBODY_CHOSEN);
            return;
        }
        Optional<CommandOutcome> outcome = assignments.give(caller, order(ctx, page, fields));
        LastWord.lead(ctx, page.href(), outcome.map(AssignmentForm::course).orElse(OrderCourse.UNANSWERED));
    }

    private static Order order(Context ctx, DeskAddress page, Map<String, List<String>> fields) {
        return new Order(
                page.unit() == null ? "" : page.unit(),
                ctx.pathParam("complaintId"),
                field(fields, ASSIGNEE),
                Optional.of(number(required(fields, SEQ))),
                Optional.empty(),
                required(fields, KEY));
    }

    /** What every form of the page has, whatever was chosen in it. */
    private static String required(Map<String, List<String>> fields, String name) {
        String value = field(fields, name);
        if (value.isBlank()) {
            throw ProblemException.of(ProblemType.BAD_REQUEST);
        }
        return value;
    }

    private static String field(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw ProblemException.of(ProblemType.BAD_REQUEST);
        }
        return Long.parseLong(text);
    }

    /** A complaint that is no longer there answers as one that never was. */
    private static OrderCourse course(CommandOutcome outcome) {
        if (outcome.getVerdict() != CommandVerdict.ACCEPTED
                && Assignments.problem(outcome.getReason()).equals(ProblemType.NOT_FOUND)) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return OrderCourse.of(outcome);
    }
}
