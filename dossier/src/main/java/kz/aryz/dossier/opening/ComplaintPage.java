package kz.aryz.dossier.opening;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.dossier.Dossier;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.http.RequestBody;
import kz.aryz.runtime.http.StyleSheet;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.signin.StepUp;
import kz.aryz.sealing.Section;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as a page. What is open stands in the answer to the form that asked for it and nowhere else: not in an
 * address, and not in the page that a browser shows when it comes back. Works without scripts.
 */
public final class ComplaintPage {

    private final Office office;
    private final Complaints complaints;
    private final Supplier<Optional<Reference>> reference;
    private final StepUp stepUp;
    private final Annex annex;

    ComplaintPage(
            Office office, Complaints complaints, Supplier<Optional<Reference>> reference, StepUp stepUp, Annex annex) {
        this.office = office;
        this.complaints = complaints;
        this.reference = reference;
        this.stepUp = stepUp;
        this.annex = annex;
    }

    /** Where the page of a complaint is. */
    public static String path(String complaintId) {
        return "/complaints/" + complaintId;
    }

    void register(StaffRoutes routes) {
        routes.page(HandlerType.GET, "/complaints/{complaintId}", office.rule(), this::show);
        routes.page(HandlerType.POST, "/complaints/{complaintId}/openings", office.rule(), this::open);
        StyleSheet style = StyleSheet.beside(ComplaintPage.class, "complaint.css");
        routes.open(style.path(), style::answer);
    }

    private void show(Context ctx, Caller caller) {
        show(ctx, caller, annex);
    }

    /** In the answer to a form of an annex, which stands there in the place of the usual one. */
    public void show(Context ctx, Caller caller, Annex instead) {
        Optional<Place> before = OpeningRequest.place(ctx.queryParam("after"));
        Dossier dossier = complaints.find(caller, ctx.pathParam("complaintId"));
        render(ctx, caller, dossier, before, Optional.empty(), Optional.empty(), instead);
    }

    private void open(Context ctx, Caller caller) throws InterruptedException {
        Map<String, List<String>> form = RequestBody.form(ctx);
        OpeningRequest request = OpeningRequest.of(
                office,
                first(form, "section"),
                first(form, "purpose"),
                Optional.ofNullable(first(form, "note")),
                "true".equals(first(form, "breakGlass")),
                first(form, "after"));
        if (request.wantsStepUp() && !stepUp.isDone(caller)) {
            giveBack(ctx, caller, request);
            return;
        }
        Complaints.Opened opened = complaints.open(caller, ctx.pathParam("complaintId"), request);
        Optional<OpenedSection> section = Optional.of(opened.section());
        render(ctx, caller, opened.dossier(), beside(request), section, Optional.of(request), annex);
    }

    /** With all that was typed, and the way to the step-up beside it. */
    private void giveBack(Context ctx, Caller caller, OpeningRequest request) {
        Dossier dossier = complaints.find(caller, ctx.pathParam("complaintId"));
        ctx.status(HttpStatus.FORBIDDEN);
        render(ctx, caller, dossier, beside(request), Optional.empty(), Optional.of(request), annex);
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
            Optional<OpenedSection> opened,
            Optional<OpeningRequest> asked,
            Annex beside) {
        Optional<History> history = office.isOverseeing() ? complaints.history(dossier, before) : Optional.empty();
        List<String> sections = office.sections().stream()
                .filter(section -> !section.equals(Section.NOTE) || dossier.hasKeyOf(Section.NOTE))
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
                asked,
                stepUp.isDone(caller) ? Optional.empty() : Optional.of(stepUp),
                beside.beside(ctx, caller, dossier),
                reference.get());
        ctx.render("dossier/complaint.jte", Map.of("view", view));
    }

    private static @Nullable String first(Map<String, List<String>> form, String field) {
        List<String> values = form.getOrDefault(field, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }
}
