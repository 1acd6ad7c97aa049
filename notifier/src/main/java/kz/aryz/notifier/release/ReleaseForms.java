package kz.aryz.notifier.release;

import gg.jte.Content;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.access.Action;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.opening.AnnexForms;
import kz.aryz.dossier.opening.ComplaintPage;
import kz.aryz.notifier.holding.Holdings;
import kz.aryz.reference.PermittedUnits;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.http.LastWord;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.signin.StepUp;
import kz.aryz.schema.InvestigatorUnit;

/** Releases and checks as forms on the page of a complaint. */
final class ReleaseForms extends AnnexForms<Draft> {

    private final Custodian custodian;
    private final KeyState keys;
    private final Supplier<Optional<Reference>> reference;
    private final Holdings holdings;
    private final StepUp stepUp;
    private final Clock clock;

    ReleaseForms(
            Custodian custodian,
            KeyState keys,
            Supplier<Optional<Reference>> reference,
            Holdings holdings,
            StepUp stepUp,
            Clock clock) {
        this.custodian = custodian;
        this.keys = keys;
        this.reference = reference;
        this.holdings = holdings;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    void register(StaffRoutes routes, ComplaintPage page) {
        for (Step step : Step.values()) {
            routes.note(
                    "/complaints/{complaintId}/" + step.path(),
                    Rule.may(Action.LIST_ALERTS),
                    form(page, fields -> Draft.of(step, fields)));
        }
    }

    @Override
    protected void send(Context ctx, Caller caller, Draft draft, ComplaintPage page) throws InterruptedException {
        Wish wish = draft.wish();
        if (!stepUp.isDone(caller)) {
            ctx.status(HttpStatus.FORBIDDEN);
            giveBack(ctx, caller, draft, page);
            return;
        }
        Answer answer = custodian.ask(caller, ctx.pathParam("complaintId"), wish);
        if (answer.isRefusal()) {
            ctx.status(HttpStatus.CONFLICT);
            giveBack(ctx, caller, draft.refused(answer.state()), page);
        } else {
            LastWord.lead(ctx, place(ctx.pathParam("complaintId")), answer.state());
        }
    }

    @Override
    protected Optional<Content> beside(Context ctx, Caller caller, Dossier dossier, Optional<Draft> typed) {
        Optional<Reference> release = reference.get();
        List<Step> offered = Arrays.stream(Step.values())
                .filter(step -> custodian.isOffered(caller, dossier, step))
                .filter(step -> step == Step.RELEASE ? !dossier.isReleased() : !dossier.isWithUnit())
                .toList();
        Optional<Answer.State> said = LastWord.at(ctx, place(dossier.complaintId()), Answer.State.class);
        if (caller.person().isEmpty()
                || (offered.isEmpty() && said.isEmpty() && typed.isEmpty() && !dossier.isReleased())) {
            return Optional.empty();
        }
        return Optional.of(new ReleaseView(
                LanguageChoice.of(ctx),
                caller,
                dossier,
                offered,
                release.map(known -> units(known, dossier)).orElse(List.of()),
                said,
                typed,
                stepUp.isDone(caller) ? Optional.empty() : Optional.of(stepUp),
                holdings.find(dossier.complaintId()),
                dossier.isReleased() ? keys.of(dossier) : Optional.empty()));
    }

    /** Where the forms of a complaint stand. */
    private static String place(String complaintId) {
        return ComplaintPage.path(complaintId) + "#unit";
    }

    /** The unit that has it, or those that it may be given to: none of an excluded body, prosecutors before others. */
    private List<InvestigatorUnit> units(Reference release, Dossier dossier) {
        Dossier.Owner owner = dossier.owner();
        if (owner == null) {
            return List.of();
        }
        PermittedUnits permitted = new PermittedUnits(release, Reference.day(clock.instant()), owner.excludedBodies());
        return dossier.isWithUnit()
                ? permitted.unit(owner.unit()).filter(permitted::permits).stream()
                        .toList()
                : permitted.all(owner.regionCode());
    }
}
