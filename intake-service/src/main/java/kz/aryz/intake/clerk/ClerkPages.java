package kz.aryz.intake.clerk;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.intake.form.CallFields;
import kz.aryz.intake.form.Choices;
import kz.aryz.intake.form.FormMessage;
import kz.aryz.intake.form.FormPage;
import kz.aryz.intake.form.HandingIn;
import kz.aryz.intake.form.Page;
import kz.aryz.intake.form.Pages;
import kz.aryz.intake.form.Problem;
import kz.aryz.intake.form.Typed;
import kz.aryz.intake.submission.Actor;
import kz.aryz.intake.submission.Answer;
import kz.aryz.intake.submission.Message;
import kz.aryz.intake.submission.Reception;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.FormToken;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffForm;
import kz.aryz.runtime.signin.StaffRoutes;
import org.jspecify.annotations.Nullable;

/**
 * The form for whoever takes complaints down, and what they read out afterwards. It keeps nothing: a form that comes after its
 * session goes back whole to the browser that sent it, so that neither the end of a session nor a restart loses a word.
 */
public final class ClerkPages {

    /** Where clerks begin. */
    public static final String HOME = "/clerk";

    private static final String NEXT = "/clerk/next";

    /** Where everybody hands in. */
    private static final String PUBLIC = "/";

    private static final Rule RULE = Rule.may(Action.SUBMIT);

    private final HandingIn handingIn;
    private final Supplier<Optional<Reference>> reference;
    private final Clock clock;

    public ClerkPages(Reception reception, Supplier<Optional<Reference>> reference, Clock clock) {
        this.handingIn = new HandingIn(reception);
        this.reference = reference;
        this.clock = clock;
    }

    public void register(StaffRoutes routes) {
        routes.page(HandlerType.GET, HOME, RULE, (ctx, caller) -> show(ctx, caller, Typed.nothing(), null));
        routes.form(HOME, RULE, Pages.MAX_FORM_BYTES, new Complaint());
        routes.form(NEXT, RULE, Pages.MAX_FORM_BYTES, new NextComplaint());
    }

    /** Takes a complaint in. */
    private final class Complaint implements StaffForm {

        @Override
        public void sent(Context ctx, Caller caller, Map<String, List<String>> fields) {
            Typed typed = new Typed(fields);
            if (typed.changesLanguage()) {
                changeLanguage(ctx, caller, typed);
            } else {
                handIn(ctx, caller, typed);
            }
        }

        private void changeLanguage(Context ctx, Caller caller, Typed typed) {
            LanguageChoice.remember(ctx);
            handingIn
                    .before(Message.CLERK, typed, FormMessage.takenDown(typed))
                    .ifPresentOrElse(
                            stored -> stored(ctx, caller, stored, typed),
                            () -> show(ctx, caller, typed, Problem.stillOf(typed)));
        }

        private void handIn(Context ctx, Caller caller, Typed typed) {
            FormMessage said = FormMessage.takenDown(typed);
            switch (handingIn.handIn(Message.CLERK, typed, said, actor(caller))) {
                case HandingIn.Outcome.Stored stored -> stored(ctx, caller, stored, typed);
                case HandingIn.Outcome.Returned returned -> {
                    returned.problem().answer(ctx);
                    show(ctx, caller, typed, returned.problem());
                }
            }
        }

        private void stored(Context ctx, Caller caller, HandingIn.Outcome.Stored stored, Typed typed) {
            switch (stored) {
                case HandingIn.Outcome.Taken taken -> receipt(ctx, caller, taken.receipt(), typed);
                case HandingIn.Outcome.Told told -> told(ctx, caller, told);
            }
        }

        @Override
        public void returned(Context ctx, Optional<Caller> caller, Map<String, List<String>> fields) {
            Typed typed = new Typed(fields);
            Optional<Instant> stored = handingIn.storedAt(Message.CLERK, typed, FormMessage.takenDown(typed));
            if (stored.isPresent()) {
                told(ctx, frame(ctx, caller), stored.get(), null);
            } else if (typed.isFromTerminal()) {
                unsent(ctx, typed);
            } else {
                caller.ifPresentOrElse(
                        known -> show(ctx, known, typed, new Problem.SignedInAnew()),
                        () -> over(ctx, HOME, "over", typed));
            }
        }
    }

    /**
     * Leaves number and key, and opens an empty form for the next complaint, with what it has in common with the last one. Where their
     * session is over nothing shows them again anyway.
     */
    private final class NextComplaint implements StaffForm {

        @Override
        public void sent(Context ctx, Caller caller, Map<String, List<String>> fields) {
            Typed typed = new Typed(fields);
            handingIn.leave(typed.value(Pages.RECEIPT));
            next(ctx, caller, typed);
        }

        @Override
        public void returned(Context ctx, Optional<Caller> caller, Map<String, List<String>> fields) {
            Typed typed = ofWhoeverComes(new Typed(fields));
            caller.ifPresentOrElse(
                    known -> next(ctx.status(HttpStatus.OK), known, typed), () -> over(ctx, NEXT, "over.next", typed));
        }

        /** Who signs in behind a terminal's session may take down what is said to them: how it reached us is theirs to say. */
        private static Typed ofWhoeverComes(Typed typed) {
            return typed.isFromTerminal() ? typed.without(Set.of(CallFields.CHANNEL)) : typed;
        }

        private void next(Context ctx, Caller caller, Typed typed) {
            boolean sameCall = typed.has("call", "same");
            show(ctx, caller, typed.anew(sameCall ? CallFields.NAMES : List.of(CallFields.CHANNEL)), null);
        }
    }

    private void show(Context ctx, Caller caller, Typed typed, @Nullable Problem problem) {
        Page page = page(ctx);
        Choices choices = Choices.now(reference.get(), clock, page.language());
        ClerkForm form = new ClerkForm(Frame.of(page, caller), new FormPage(page, typed, choices, problem));
        ctx.render("intake/clerk.jte", Map.of("clerk", form));
    }

    private static void receipt(Context ctx, Caller caller, Answer.Accepted accepted, Typed typed) {
        Page page = page(ctx);
        ClerkReceipt receipt = new ClerkReceipt(
                Frame.of(page, caller),
                accepted.complaintId(),
                Dictation.of(accepted.number().text(), page.language()),
                Dictation.of(accepted.key().reveal(), page.language()),
                accepted.receivedAt(),
                typed.only(CallFields.NAMES));
        ctx.render("intake/clerkreceipt.jte", Map.of("receipt", receipt));
    }

    private static void told(Context ctx, Caller caller, HandingIn.Outcome.Told told) {
        told(ctx, Frame.of(page(ctx), caller), told.receivedAt(), told.number().text());
    }

    private static void told(Context ctx, Frame frame, Instant receivedAt, @Nullable String number) {
        ctx.render("intake/clerkstored.jte", Map.of("stored", new AlreadyStored(frame, receivedAt, number)));
    }

    private static Frame frame(Context ctx, Optional<Caller> caller) {
        return caller.map(known -> Frame.of(page(ctx), known)).orElseGet(() -> Frame.ofNobody(page(ctx)));
    }

    /** The token of the session that is over is of no use any more, nor is the name of a receipt. */
    private static void over(Context ctx, String path, String texts, Typed typed) {
        Typed kept = typed.without(Set.of(FormToken.FIELD, Pages.RECEIPT));
        SessionOver over = new SessionOver(Frame.ofNobody(page(ctx)), path, texts, kept);
        ctx.render("intake/clerkover.jte", Map.of("over", over));
    }

    /** Whoever types at a terminal cannot sign in, and whoever can is not to read what they typed: it is sent as it is. */
    private static void unsent(Context ctx, Typed typed) {
        Typed kept = typed.without(Set.of(FormToken.FIELD, Pages.RECEIPT, Typed.TO));
        SessionOver over = new SessionOver(Frame.ofNobody(page(ctx)), PUBLIC, "over.terminal", kept);
        ctx.render("intake/terminalover.jte", Map.of("over", over));
    }

    private static Page page(Context ctx) {
        return new Page(LanguageChoice.of(ctx), HOME);
    }

    private static Actor actor(Caller caller) {
        return caller.person().map(ClerkPages::actor).orElse(Actor.SERVICE);
    }

    private static Actor actor(Person person) {
        return new Actor(
                person.pseudonym(),
                person.bodies().size() == 1 ? person.bodies().iterator().next() : "");
    }
}
