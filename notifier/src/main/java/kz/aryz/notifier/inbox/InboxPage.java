package kz.aryz.notifier.inbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.http.RequestBody;

/** The inbox as a page. Works without scripts. */
final class InboxPage {

    private static final String CONFIRMED = "confirmed";

    private final Inbox inbox;
    private final Confirmations confirmations;
    private final Supplier<Optional<Reference>> reference;

    InboxPage(Inbox inbox, Confirmations confirmations, Supplier<Optional<Reference>> reference) {
        this.inbox = inbox;
        this.confirmations = confirmations;
        this.reference = reference;
    }

    void register(RoutesConfig routes) {
        routes.get("/", this::show);
        routes.post("/alerts/{obligationId}/acknowledgement", this::confirm);
    }

    private void show(Context ctx) {
        InboxRange range = AlertQuery.range(ctx);
        Optional<AlertPage> page = inbox.page(range);
        boolean confirmed = ctx.queryParam(CONFIRMED) != null;
        ctx.status(page.isEmpty() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
        ctx.render(
                "notifier/inbox.jte",
                Map.of("view", new InboxView(LanguageChoice.of(ctx), page, range.state(), reference.get(), confirmed)));
    }

    private void confirm(Context ctx) throws InterruptedException {
        Optional<String> note = RequestBody.form(ctx).getOrDefault("note", List.of()).stream()
                .filter(text -> !text.isBlank())
                .findFirst();
        AlertsApi.confirmed(confirmations, ctx.pathParam("obligationId"), note);
        ctx.redirect("/?" + CONFIRMED, HttpStatus.SEE_OTHER);
    }
}
