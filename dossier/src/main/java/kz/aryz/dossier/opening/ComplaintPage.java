package kz.aryz.dossier.opening;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.Place;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.http.StyleSheet;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.StaffNote;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.signin.StepUp;
import kz.aryz.sealing.Section;

/**
 * A complaint as a page. What is open stands in the answer to the form that asked for it and nowhere else: not in an
 * address, and not in the page that a browser shows when it comes back. Works without scripts.
 */
public final class ComplaintPage {

    private final Office office;
    private final Complaints complaints;
    private final Supplier<Optional<Reference>> reference;
    private final StepUp stepUp;
    private final List<Annex> annexes;

    ComplaintPage(
            Office office,
            Complaints complaints,
            Supplier<Optional<Reference>> reference,
            StepUp stepUp,
            List<Annex> annexes) {
        this.office = office;
        this.complaints = complaints;
        this.reference = reference;
        this.stepUp = stepUp;
        this.annexes = annexes;
    }

    /** Where the page of a complaint is. */
    public static String path(String complaintId) {
        return "/complaints/" + complaintId;
    }

    /** What somebody has just opened, and as they had asked for it. */
    record Opened(OpenedSection section, OpeningRequest request) {}

    void register(StaffRoutes routes) {
        routes.page(HandlerType.GET, "/complaints/{complaintId}", office.rule(), this::show);
        routes.note("/complaints/{complaintId}/openings", office.rule(), new Opening());
        StyleSheet style = StyleSheet.beside(ComplaintPage.class, "complaint.css");
        routes.open(style.path(), style::answer);
    }

    private void show(Context ctx, Caller caller) {
        show(ctx, caller, annexes);
    }

    /** In the answer to a form of an annex, with another in its place. */
    public void show(Context ctx, Caller caller, Annex usual, Annex instead) {
        show(
                ctx,
                caller,
                annexes.stream()
                        .map(annex -> annex.equals(usual) ? instead : annex)
                        .toList());
    }

    private void show(Context ctx, Caller caller, List<Annex> beside) {
        Optional<Place> before = OpeningRequest.place(ctx.queryParam("after"));
        Dossier dossier = complaints.find(caller, ctx.pathParam("complaintId"));
        render(ctx, caller, dossier, before, Optional.empty(), Optional.empty(), beside);
    }

    private final class Opening implements StaffNote {

        @Override
        public void sent(Context ctx, Caller caller, Map<String, List<String>> fields) throws InterruptedException {
            open(ctx, caller, OpeningForm.of(office, fields));
        }

        @Override
        public void returned(Context ctx, Caller caller, Map<String, List<String>> fields) {
            giveBack(ctx, caller, OpeningForm.of(office, fields).because("returned"));
        }
    }

    private void open(Context ctx, Caller caller, OpeningForm form) throws InterruptedException {
        try {
            open(ctx, caller, form, form.request());
        } catch (ProblemException problem) {
            if (problem.type().equals(ProblemType.NOT_FOUND)) {
                throw problem;
            }
            ctx.status(problem.type().status());
            giveBack(ctx, caller, form.because(problem.type().code()));
        }
    }

    private void open(Context ctx, Caller caller, OpeningForm form, OpeningRequest request)
            throws InterruptedException {
        if (request.wantsStepUp() && !stepUp.isDone(caller)) {
            ctx.status(HttpStatus.FORBIDDEN);
            giveBack(ctx, caller, form);
            return;
        }
        Complaints.Opened opened = complaints.open(caller, ctx.pathParam("complaintId"), request);
        Optional<Opened> now = Optional.of(new Opened(opened.section(), request));
        render(ctx, caller, opened.dossier(), beside(request), now, Optional.empty(), annexes);
    }

    /** With all that was typed, and what to do beside it. */
    private void giveBack(Context ctx, Caller caller, OpeningForm form) {
        Dossier dossier = complaints.find(caller, ctx.pathParam("complaintId"));
        Optional<Place> before = form.section().equals(Section.NOTE) ? Place.decode(form.after()) : Optional.empty();
        render(ctx, caller, dossier, before, Optional.empty(), Optional.of(form), annexes);
    }

    /** Beside notes stand the records that they are about. */
    private static Optional<Place> beside(OpeningRequest request) {
        return request.section().equals(Section.NOTE) ? request.before() : Optional.empty();
    }

    private void render(
            Context ctx,
            Caller caller,
            Dossier dossier,
            Optional<Place> before,
            Optional<Opened> opened,
            Optional<OpeningForm> typed,
            List<Annex> beside) {
        Optional<History> history = office.isOverseeing() ? complaints.history(dossier, before) : Optional.empty();
        List<String> sections = office.sections().stream()
                .filter(section -> !section.equals(Section.NOTE) || dossier.hasNotes())
                .filter(section -> complaints.mayOpen(caller, dossier, section))
                .<String>map(Section::path)
                .toList();
        ComplaintView view = new ComplaintView(
                LanguageChoice.of(ctx),
                office,
                caller,
                dossier,
                sections,
                complaints.mayBreakGlass(caller, dossier),
                history,
                opened,
                typed,
                stepUp.isDone(caller) ? Optional.empty() : Optional.of(stepUp),
                beside.stream()
                        .flatMap(annex -> annex.beside(ctx, caller, dossier).stream())
                        .toList(),
                reference.get());
        ctx.render("dossier/complaint.jte", Map.of("view", view));
    }
}
