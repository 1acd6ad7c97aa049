package kz.aryz.intake.form;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.intake.status.Inquiry;
import kz.aryz.intake.status.Standing;
import kz.aryz.intake.submission.Actor;
import kz.aryz.intake.submission.Answer;
import kz.aryz.intake.submission.Message;
import kz.aryz.intake.submission.Reception;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.HttpServer;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.http.RequestBody;
import kz.aryz.runtime.http.StyleSheet;
import org.jspecify.annotations.Nullable;

/** The pages and their addresses. What somebody types travels in bodies only, never in an address. */
public final class Pages {

    /**
     * The largest form that is read. A form is up to three times as long as its message, so this is room for every story that can be
     * taken in, and for one that is a third too long to be given back.
     */
    public static final int MAX_FORM_BYTES = 4 * HttpServer.MAX_BODY_BYTES;

    /** Room for a key however it is typed; a wrong one may be kept waiting, and what it came in takes room meanwhile. */
    private static final int MAX_KEY_BYTES = 1_024;

    private static final String FORM = "/";
    private static final String STATUS = "/status";

    /** Where somebody goes who leaves a receipt: the key on it is not shown again. */
    public static final String LEAVE = "/leave";

    /** Field of a form that names the complaint whose receipt is left. */
    public static final String RECEIPT = "receipt";

    private final HandingIn handingIn;
    private final Inquiry inquiry;
    private final Supplier<Optional<Reference>> reference;
    private final Clock clock;

    public Pages(Reception reception, Inquiry inquiry, Supplier<Optional<Reference>> reference, Clock clock) {
        this.handingIn = new HandingIn(reception);
        this.inquiry = inquiry;
        this.reference = reference;
        this.clock = clock;
    }

    public void register(RoutesConfig routes) {
        routes.get(FORM, ctx -> show(ctx, Typed.nothing(), null));
        routes.post(FORM, this::submit);
        routes.post(LEAVE, this::leave);
        routes.get(STATUS, ctx -> status(ctx, Optional.empty(), false));
        routes.post(STATUS, this::ask);
        StyleSheet.beside(Pages.class, "intake.css").register(routes);
    }

    private void submit(Context ctx) {
        Typed typed = new Typed(RequestBody.form(ctx, MAX_FORM_BYTES));
        if (typed.changesLanguage()) {
            changeLanguage(ctx, typed);
        } else {
            handIn(ctx, typed);
        }
    }

    private void changeLanguage(Context ctx, Typed typed) {
        LanguageChoice.remember(ctx);
        handingIn
                .before(entry(typed), typed, FormMessage.typed(typed, LanguageChoice.of(ctx)))
                .ifPresentOrElse(stored -> stored(ctx, stored), () -> show(ctx, typed, Problem.stillOf(typed)));
    }

    private void handIn(Context ctx, Typed typed) {
        FormMessage said = FormMessage.typed(typed, LanguageChoice.of(ctx));
        switch (handingIn.handIn(entry(typed), typed, said, Actor.SERVICE)) {
            case HandingIn.Outcome.Stored stored -> stored(ctx, stored);
            case HandingIn.Outcome.Returned returned -> {
                returned.problem().answer(ctx);
                show(ctx, typed, returned.problem());
            }
        }
    }

    private static void stored(Context ctx, HandingIn.Outcome.Stored stored) {
        switch (stored) {
            case HandingIn.Outcome.Taken taken -> receipt(ctx, taken.receipt());
            case HandingIn.Outcome.Told told -> told(ctx, told);
        }
    }

    /** What was typed at a terminal is one complaint, though it may come in by either way. */
    private static String entry(Typed typed) {
        return typed.isFromTerminal() ? Message.CLERK : Message.FORM;
    }

    private void show(Context ctx, Typed typed, @Nullable Problem problem) {
        Page page = new Page(LanguageChoice.of(ctx), FORM);
        Choices choices = Choices.now(reference.get(), clock, page.language());
        ctx.render("intake/form.jte", Map.of("form", new FormPage(page, typed, choices, problem)));
    }

    private static void receipt(Context ctx, Answer.Accepted accepted) {
        Page page = new Page(LanguageChoice.of(ctx), FORM);
        ReceiptPage receipt = new ReceiptPage(
                page,
                accepted.complaintId(),
                accepted.number().text(),
                accepted.key().reveal(),
                accepted.receivedAt());
        ctx.render("intake/receipt.jte", Map.of("receipt", receipt));
    }

    private static void told(Context ctx, HandingIn.Outcome.Told told) {
        Page page = new Page(LanguageChoice.of(ctx), FORM);
        ctx.render(
                "intake/stored.jte",
                Map.of("stored", new StoredPage(page, told.number().text(), told.receivedAt())));
    }

    /**
     * Leads from a receipt to an empty form, or away from Aryz. Away leads a page and no redirect: browsers hold the redirects of a
     * form to the policy for forms, which is this site alone.
     */
    private void leave(Context ctx) {
        Typed typed = new Typed(RequestBody.form(ctx));
        Page page = new Page(LanguageChoice.of(ctx), FORM);
        if (typed.has("to", "form")) {
            handingIn.leave(typed.value(RECEIPT));
            ctx.redirect(FORM + "?lang=" + page.language().code(), HttpStatus.SEE_OTHER);
        } else {
            handingIn.leaveAtOnce(typed.value(RECEIPT));
            ctx.render("intake/away.jte", Map.of("page", page));
        }
    }

    private void ask(Context ctx) {
        Optional<Standing> standing = inquiry.ask(new Typed(RequestBody.form(ctx, MAX_KEY_BYTES)).value("key"));
        status(ctx.status(standing.isPresent() ? 200 : 404), standing, standing.isEmpty());
    }

    private static void status(Context ctx, Optional<Standing> standing, boolean notFound) {
        Page page = new Page(LanguageChoice.of(ctx), STATUS);
        ctx.render("intake/status.jte", Map.of("status", new StatusPage(page, standing.orElse(null), notFound)));
    }
}
