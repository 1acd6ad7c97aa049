package kz.aryz.notifier.inbox;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.access.Action;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.http.LastWord;
import kz.aryz.runtime.http.PageAddress;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffNote;
import kz.aryz.runtime.signin.StaffRoutes;

/** The inbox as a page. Works without scripts. */
final class InboxPage {

    private final Inbox inbox;
    private final Confirmations confirmations;
    private final Supplier<Optional<Reference>> reference;

    InboxPage(Inbox inbox, Confirmations confirmations, Supplier<Optional<Reference>> reference) {
        this.inbox = inbox;
        this.confirmations = confirmations;
        this.reference = reference;
    }

    void register(StaffRoutes routes) {
        routes.first(Rule.may(Action.LIST_ALERTS), this::show);
        routes.note("/alerts/{obligationId}/acknowledgement", Rule.may(Action.ACKNOWLEDGE_ALERT), new Confirming());
    }

    /** The list that is narrowed to a state. */
    static PageAddress address(Optional<AlertState> state) {
        return narrowed("/", state);
    }

    /** Where an alert is confirmed by somebody who sees the list that is narrowed to a state. */
    static String confirmation(String obligationId, Optional<AlertState> state) {
        return narrowed("/alerts/" + obligationId + "/acknowledgement", state).toString();
    }

    private static PageAddress narrowed(String path, Optional<AlertState> state) {
        return PageAddress.of(path).with("state", state.orElse(null));
    }

    private void show(Context ctx, Caller caller) {
        show(ctx, caller, Optional.empty());
    }

    private void show(Context ctx, Caller caller, Optional<TypedNote> typed) {
        InboxRange range = AlertQuery.range(ctx);
        Optional<AlertPage> page = inbox.page(range);
        boolean confirmed = LastWord.at(ctx, address(range.state()).toString(), AlertState.class)
                .filter(AlertState.ACKNOWLEDGED::equals)
                .isPresent();
        if (page.isEmpty()) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
        }
        InboxView view =
                new InboxView(LanguageChoice.of(ctx), caller, page, range.state(), reference.get(), confirmed, typed);
        ctx.render("notifier/inbox.jte", Map.of("view", view));
    }

    private final class Confirming implements StaffNote {

        @Override
        public void sent(Context ctx, Caller caller, Map<String, List<String>> fields) throws InterruptedException {
            Optional<String> note = Optional.of(note(fields)).filter(text -> !text.isBlank());
            try {
                AlertsApi.confirmed(confirmations, caller, ctx.pathParam("obligationId"), note);
            } catch (ProblemException problem) {
                if (problem.type().equals(ProblemType.NOT_FOUND)) {
                    throw problem;
                }
                ctx.status(problem.type().status());
                show(ctx, caller, typed(ctx, fields, "unconfirmed"));
                return;
            }
            LastWord.lead(ctx, address(AlertQuery.state(ctx)).toString(), AlertState.ACKNOWLEDGED);
        }

        @Override
        public void returned(Context ctx, Caller caller, Map<String, List<String>> fields) {
            show(ctx, caller, typed(ctx, fields, "returned"));
        }
    }

    private static Optional<TypedNote> typed(Context ctx, Map<String, List<String>> fields, String why) {
        return Optional.of(new TypedNote(ctx.pathParam("obligationId"), note(fields), why));
    }

    private static String note(Map<String, List<String>> fields) {
        return fields.getOrDefault("note", List.of()).stream().findFirst().orElse("");
    }
}
