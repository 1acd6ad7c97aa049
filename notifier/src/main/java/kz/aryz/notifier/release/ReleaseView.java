package kz.aryz.notifier.release;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import kz.aryz.dossier.Dossier;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.schema.InvestigatorUnit;
import org.jspecify.annotations.Nullable;

/** The forms for an officer, in words of a language. */
public final class ReleaseView implements Content {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Almaty"));

    private static final TemplateEngine PAGES = TemplateEngine.createPrecompiled(ContentType.Html);

    private final Language language;
    private final Caller caller;
    private final Dossier dossier;
    private final List<Step> steps;
    private final List<InvestigatorUnit> units;
    private final Optional<String> said;
    private final Duration holding;
    private final Optional<KeyState.Parts> parts;
    private final ResourceBundle texts;

    ReleaseView(
            Language language,
            Caller caller,
            Dossier dossier,
            List<Step> steps,
            List<InvestigatorUnit> units,
            Optional<String> said,
            Duration holding,
            Optional<KeyState.Parts> parts) {
        this.language = language;
        this.caller = caller;
        this.dossier = dossier;
        this.steps = List.copyOf(steps);
        this.units = List.copyOf(units);
        this.said = said;
        this.holding = holding;
        this.parts = parts;
        this.texts = language.texts("kz.aryz.notifier.release.release");
    }

    @Override
    public void writeTo(TemplateOutput output) {
        PAGES.render("notifier/release.jte", Map.<String, Object>of("view", this), output);
    }

    public String text(String key) {
        return texts.getString(key);
    }

    /** What forms must carry; null where they carry nothing. */
    public @Nullable String formToken() {
        return caller.formToken();
    }

    /** A new one for each form: to send a form twice is to ask once. */
    public String key() {
        return UUID.randomUUID().toString();
    }

    /** Position of the last event that the reader sees the outcome of. */
    public String seq() {
        return Long.toString(dossier.lastSeq());
    }

    /** What became of the last wish, in words; null where there was none. */
    public @Nullable String said() {
        return said.map(name -> text("said." + name)).orElse(null);
    }

    /** What the unit was let read, and how far its keys are; null where nothing was released. */
    public @Nullable String released() {
        Dossier.Release release = dossier.release();
        return release == null || !dossier.isReleased()
                ? null
                : text("released").formatted(name(release.unit()));
    }

    /** Since when the office has it for want of consent, and until when nobody is told; null where it does not. */
    public @Nullable String held() {
        Dossier.Owner owner = dossier.owner();
        if (owner == null || owner.since() == null || dossier.isWithUnit() || !owner.forConsent()) {
            return null;
        }
        Instant since = Instant.parse(owner.since());
        return text("held").formatted(DAY_AND_TIME.format(since), DAY_AND_TIME.format(since.plus(holding)));
    }

    /** How far the unit's keys are; null where that does not matter or is not known now. */
    public @Nullable String parts() {
        return parts.map(known -> text("parts").formatted(known.handed(), known.waiting(), known.missing()))
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
                .map(names -> switch (language) {
                    case KAZAKH -> names.getKk();
                    case RUSSIAN -> names.getRu();
                    case ENGLISH -> names.getEn();
                })
                .orElse(code);
    }
}
