package kz.aryz.notifier.release;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.opening.ComplaintPage;
import kz.aryz.notifier.holding.HeldComplaint;
import kz.aryz.notifier.state.HeldFor;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.StaffView;
import kz.aryz.runtime.signin.StepUp;
import kz.aryz.schema.InvestigatorUnit;
import org.jspecify.annotations.Nullable;

/** The forms for an officer, in words of a language. */
public final class ReleaseView extends StaffView implements Content {

    private static final TemplateEngine PAGES = TemplateEngine.createPrecompiled(ContentType.Html);

    private final Dossier dossier;
    private final List<Step> steps;
    private final List<InvestigatorUnit> units;
    private final Optional<Answer.State> said;
    private final Optional<Draft> typed;
    private final Optional<StepUp> stepUp;
    private final Optional<HeldComplaint> held;
    private final Optional<KeyState.Parts> parts;

    /**
     * @param steps what the reader can do
     * @param units those that it can be given to
     * @param said what became of the wish that they have just sent
     * @param typed what they filled in, and nothing was done
     * @param stepUp how they do that; empty where they need not
     * @param held since when the office holds it, and when it is told; empty where it does not, or that is not known now
     * @param parts how far the unit's keys are
     */
    ReleaseView(
            Language language,
            Caller caller,
            Dossier dossier,
            List<Step> steps,
            List<InvestigatorUnit> units,
            Optional<Answer.State> said,
            Optional<Draft> typed,
            Optional<StepUp> stepUp,
            Optional<HeldComplaint> held,
            Optional<KeyState.Parts> parts) {
        super(language, caller, "kz.aryz.notifier.release.release");
        this.dossier = dossier;
        this.steps = List.copyOf(steps);
        this.units = List.copyOf(units);
        this.said = said;
        this.typed = typed;
        this.stepUp = stepUp;
        this.held = held;
        this.parts = parts;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        PAGES.render("notifier/release.jte", Map.<String, Object>of("view", this), output);
    }

    /** A new one for each form: to send a form twice is to ask once. What was typed keeps the one that it had. */
    public String key(String step) {
        return typed.filter(draft -> isTyped(step))
                .map(Draft::key)
                .filter(key -> !key.isBlank())
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** Position of the last event that the reader sees the outcome of. */
    public String seq() {
        return Long.toString(dossier.lastSeq());
    }

    /** What became of the wish that they have just sent, in words; null where there was none. */
    public @Nullable String said() {
        return said.map(state -> text("said." + state.name())).orElse(null);
    }

    /** Why nothing was done, and what to do; null where nothing is wrong with what was typed. */
    public @Nullable String why() {
        if (stray().filter(Draft::isUntried).isPresent()) {
            return text("why.stray");
        }
        return typed.flatMap(Draft::why)
                .map(key -> texts().containsKey(key) ? text(key) : text("why"))
                .orElse(null);
    }

    /** The note that was typed into a form that is not there any more; null where there is none. */
    public @Nullable String strayNote() {
        return stray().map(Draft::note).filter(note -> !note.isBlank()).orElse(null);
    }

    private Optional<Draft> stray() {
        return typed.filter(draft -> units.isEmpty() || !steps.contains(draft.step()));
    }

    /** Where the reader proves themselves anew before they do anything; null where they need not. */
    public @Nullable String stepUp() {
        return stepUp.map(by -> by.way(ComplaintPage.path(dossier.complaintId())))
                .orElse(null);
    }

    /** Whether anything was wished, and not done, just now. */
    public boolean isTyped() {
        return typed.isPresent();
    }

    /** Whether that was. */
    public boolean isTyped(String step) {
        return typed.filter(draft -> draft.step().path().equals(step)).isPresent();
    }

    /** Whether that unit was chosen for it. */
    public boolean isTypedUnit(String step, String unit) {
        return isTyped(step) && typed.orElseThrow().unit().equals(unit);
    }

    /** Whether that reason was. */
    public boolean isTypedReason(String step, String reason) {
        return isTyped(step) && typed.orElseThrow().reason().equals(reason);
    }

    /** The note that was typed for it; empty where there is none. */
    public String typedNote(String step) {
        return isTyped(step) ? typed.orElseThrow().note() : "";
    }

    /** What the unit was let read, and how far its keys are; null where nothing was released. */
    public @Nullable String released() {
        Dossier.Release release = dossier.release();
        return release == null || !dossier.isReleased()
                ? null
                : text("released").formatted(name(release.unit()));
    }

    /** Since when the office holds it, or a part of it, and from when it is reminded; null where it does not. */
    public @Nullable String held() {
        HeldComplaint known = held.orElse(null);
        if (known == null || known.since() == null) {
            return null;
        }
        return text(known.reason() == HeldFor.FACTS_ONLY ? "held.part" : "held")
                .formatted(time(known.since()), time(known.remindedFrom()));
    }

    /** How far the unit's keys are; null where that does not matter or is not known now. */
    public @Nullable String parts() {
        return parts.map(known -> text(known.all() ? "parts" : "parts.latest")
                        .formatted(known.handed(), known.waiting(), known.missing()))
                .orElse(null);
    }

    /** The last part of the address of each thing that the reader can do. */
    public List<String> steps() {
        return steps.stream().map(Step::path).toList();
    }

    public String action(String step) {
        return "/complaints/" + dossier.complaintId() + "/" + step;
    }

    /** Whether a step opens something, so that there may be more to say about it. */
    public boolean opens(String step) {
        return Step.RELEASE.path().equals(step);
    }

    public List<String> reasons(String step) {
        return steps.stream()
                .filter(known -> known.path().equals(step))
                .flatMap(known -> known.reasons().stream())
                .toList();
    }

    /** Codes of the units to choose from; the only one where a unit has the complaint. */
    public List<String> units() {
        return units.stream().map(InvestigatorUnit::getCode).toList();
    }

    public boolean withUnit() {
        return dossier.isWithUnit();
    }

    /** What a unit is called; its code where that is not known. */
    public String name(String code) {
        return units.stream()
                .filter(unit -> unit.getCode().equals(code))
                .findFirst()
                .map(InvestigatorUnit::getNames)
                .map(language()::name)
                .orElse(code);
    }
}
