package kz.aryz.dossier.destruction;

import gg.jte.Content;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.opening.AnnexForms;
import kz.aryz.dossier.opening.ComplaintPage;
import kz.aryz.dossier.opening.Office;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.http.LastWord;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.signin.StepUp;

/** Approvals of a destruction and legal holds as forms on the page of a complaint. */
final class DestructionForms extends AnnexForms<Draft> {

    private final Office office;
    private final Decisions decisions;
    private final Function<Dossier, Optional<OnRecord.Read>> onRecord;
    private final Supplier<Optional<Reference>> reference;
    private final StepUp stepUp;

    DestructionForms(
            Office office,
            Decisions decisions,
            Function<Dossier, Optional<OnRecord.Read>> onRecord,
            Supplier<Optional<Reference>> reference,
            StepUp stepUp) {
        this.office = office;
        this.decisions = decisions;
        this.onRecord = onRecord;
        this.reference = reference;
        this.stepUp = stepUp;
    }

    /** Whoever decides here, and may decide that about something. */
    void register(StaffRoutes routes, ComplaintPage page) {
        for (Step step : Step.values()) {
            routes.note(
                    "/complaints/{complaintId}/" + step.path(),
                    office.deciders().and(Rule.maySomewhere(step.action())),
                    form(page, fields -> Draft.of(step, fields)));
        }
    }

    @Override
    protected void send(Context ctx, Caller caller, Draft draft, ComplaintPage page) throws InterruptedException {
        Decision decision = draft.decision();
        if (draft.step().wantsStepUp() && !stepUp.isDone(caller)) {
            ctx.status(HttpStatus.FORBIDDEN);
            giveBack(ctx, caller, draft, page);
            return;
        }
        String complaintId = ctx.pathParam("complaintId");
        decisions.decide(caller, complaintId, decision);
        LastWord.lead(ctx, place(complaintId), draft.step());
    }

    @Override
    protected Optional<Content> beside(Context ctx, Caller caller, Dossier dossier, Optional<Draft> typed) {
        List<Step> offered = decisions.offered(caller, dossier);
        if (offered.isEmpty() && typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DestructionView(
                LanguageChoice.of(ctx),
                caller,
                office,
                dossier.complaintId(),
                offered,
                onRecord.apply(dossier),
                LastWord.at(ctx, place(dossier.complaintId()), Step.class),
                typed,
                stepUp.isDone(caller) ? Optional.empty() : Optional.of(stepUp),
                reference.get()));
    }

    /** Where the forms of a complaint stand. */
    private static String place(String complaintId) {
        return ComplaintPage.path(complaintId) + "#destruction";
    }
}
