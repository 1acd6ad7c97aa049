package kz.aryz.dossier.destruction;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.dossier.opening.ComplaintPage;
import kz.aryz.dossier.opening.Office;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.StaffView;
import kz.aryz.runtime.signin.StepUp;
import kz.aryz.sealing.Section;
import kz.aryz.shredding.Approval;
import kz.aryz.shredding.HoldChange;
import kz.aryz.shredding.Refusal;
import org.jspecify.annotations.Nullable;

/** How a complaint stands before a destruction, and the forms of what the reader may decide about it, in words of a language. */
public final class DestructionView extends StaffView implements Content {

    private static final TemplateEngine PAGES = TemplateEngine.createPrecompiled(ContentType.Html);

    /** In the order of the page. */
    private static final List<String> SECTIONS =
            List.of(Section.IDENTITY.path(), Section.ACCOUNT.path(), Section.NOTE.path());

    private final Office office;
    private final String complaintId;
    private final List<Step> steps;
    private final Optional<OnRecord.Read> read;
    private final Optional<Step> decided;
    private final Optional<Draft> typed;
    private final Optional<StepUp> stepUp;
    private final Optional<Reference> reference;

    /**
     * @param steps what the reader may decide
     * @param read how it stands; empty where that is not read here, or cannot be now
     * @param decided what they have just put on record
     * @param typed what they filled in, and it is not on record
     * @param stepUp how they prove themselves anew; empty where they need not
     * @param reference for names; without it codes are shown
     */
    DestructionView(
            Language language,
            Caller caller,
            Office office,
            String complaintId,
            List<Step> steps,
            Optional<OnRecord.Read> read,
            Optional<Step> decided,
            Optional<Draft> typed,
            Optional<StepUp> stepUp,
            Optional<Reference> reference) {
        super(language, caller, "kz.aryz.dossier.destruction.destruction");
        this.office = office;
        this.complaintId = complaintId;
        this.steps = List.copyOf(steps);
        this.read = read;
        this.decided = decided;
        this.typed = typed;
        this.stepUp = stepUp;
        this.reference = reference;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        PAGES.render("dossier/destruction.jte", Map.<String, Object>of("view", this), output);
    }

    /** What stands on record now, in words; null where nothing was decided just now. */
    public @Nullable String decided() {
        return decided.map(step -> text("decided." + step.name())).orElse(null);
    }

    /** Why it is not on record, and what to do; null where nothing is wrong with what was typed. */
    public @Nullable String why() {
        if (typed.filter(draft -> draft.isUntried() && !steps.contains(draft.step()))
                .isPresent()) {
            return text("why.stray");
        }
        return typed.flatMap(Draft::why)
                .map(key -> texts().containsKey(key) ? text(key) : text("why"))
                .orElse(null);
    }

    /** Why it is not said how it stands; null where it is. */
    public @Nullable String unread() {
        return read.isPresent() ? null : text(office.text("unread"));
    }

    /** That there is more on record than is counted; null where there is not. */
    public @Nullable String latest() {
        return read.filter(known -> !known.all()).map(known -> text("latest")).orElse(null);
    }

    /** The holds that stand and the approvals, a line each. */
    public List<String> standing() {
        return read.map(OnRecord.Read::standing)
                .map(known -> Stream.concat(
                                lines(known.holds().stream().map(this::line), "hold.none"),
                                lines(known.approvals().stream().map(this::line), "approval.none"))
                        .toList())
                .orElse(List.of());
    }

    private Stream<String> lines(Stream<String> lines, String none) {
        List<String> all = lines.toList();
        return all.isEmpty() ? Stream.of(text(none)) : all.stream();
    }

    private String line(HoldChange hold) {
        return text("hold")
                .formatted(
                        time(hold.at().toString()),
                        names(hold.by().person().bodies(), hold.at()),
                        because(hold.reason(), hold.reference()));
    }

    private String line(Approval approval) {
        return text("approval")
                .formatted(
                        time(approval.at().toString()),
                        names(approval.by().person().bodies(), approval.at()),
                        titles(approval.sections()),
                        because(approval.ground(), approval.reference()));
    }

    private String titles(Collection<String> sections) {
        return SECTIONS.stream().filter(sections::contains).map(this::text).collect(Collectors.joining(", "));
    }

    private String because(String reason, Optional<String> number) {
        String said = said("reason.", reason);
        return number.map(text -> said + ", " + text).orElse(said);
    }

    private String names(Collection<String> bodies, Instant at) {
        return bodies.stream().sorted().map(body -> name(body, at)).collect(Collectors.joining(", "));
    }

    private String name(String body, Instant at) {
        return reference
                .flatMap(release -> release.body(body, Reference.day(at)))
                .map(known -> language().name(known.getNames()))
                .orElse(body);
    }

    /** What is missing before each section could be destroyed, a line each. */
    public List<String> missing() {
        return read.map(OnRecord.Read::standing)
                .map(known -> SECTIONS.stream()
                        .map(section -> missing(section, known.missing().getOrDefault(section, List.of())))
                        .toList())
                .orElse(List.of());
    }

    private String missing(String section, List<Refusal> refusals) {
        return refusals.isEmpty()
                ? text("missing.nothing").formatted(text(section))
                : text("missing")
                        .formatted(
                                text(section),
                                refusals.stream()
                                        .map(refusal -> text("missing." + refusal.name()))
                                        .collect(Collectors.joining("; ")));
    }

    /** Where the reader proves themselves anew before they bring a destruction nearer; null where they need not. */
    public @Nullable String stepUp() {
        return stepUp.map(by -> by.way(ComplaintPage.path(complaintId))).orElse(null);
    }

    /** Names of all that the reader may decide. */
    public List<String> steps() {
        return steps.stream().map(Step::name).toList();
    }

    /** Whether they must prove themselves anew before they decide that. */
    public boolean isLocked(String step) {
        return stepUp.isPresent() && Step.valueOf(step).wantsStepUp();
    }

    public String action(String step) {
        return ComplaintPage.path(complaintId) + "/" + Step.valueOf(step).path();
    }

    public List<String> reasons(String step) {
        return Step.valueOf(step).reasons();
    }

    /** Paths of the sections to choose from; none where the decision is about the whole complaint. */
    public List<String> sections(String step) {
        return Step.valueOf(step) == Step.APPROVE ? SECTIONS : List.of();
    }

    /** Whether that was decided, and is not on record, just now. */
    public boolean isTyped(String step) {
        return typed.filter(draft -> draft.step().name().equals(step)).isPresent();
    }

    public boolean isTypedSection(String step, String section) {
        return isTyped(step) && typed.orElseThrow().sections().contains(section);
    }

    public boolean isTypedReason(String step, String reason) {
        return isTyped(step) && typed.orElseThrow().reason().equals(reason);
    }

    /** The number that was typed; empty where none was. */
    public String typedReference(String step) {
        return isTyped(step) ? typed.orElseThrow().reference() : "";
    }
}
