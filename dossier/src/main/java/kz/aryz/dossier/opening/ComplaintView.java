package kz.aryz.dossier.opening;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.Verdict;
import kz.aryz.audit.Purpose;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.Place;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.http.PageAddress;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.StaffView;
import kz.aryz.runtime.signin.StepUp;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.Names;
import kz.aryz.sealing.Section;
import org.jspecify.annotations.Nullable;

/** What the page of a complaint shows, in words. */
public final class ComplaintView extends StaffView {

    private static final String NOTE = Section.NOTE.path();
    private static final String BUNDLES = "kz.aryz.dossier.opening.";

    private final Office office;
    private final Dossier dossier;
    private final List<String> sections;
    private final boolean emergency;
    private final Optional<History> history;
    private final Optional<ComplaintPage.Opened> opened;
    private final Optional<OpeningForm> typed;
    private final Optional<StepUp> stepUp;
    private final List<Content> annexes;
    private final Optional<Reference> reference;
    private final CodeWords words;
    private final ShownSection shown;

    /**
     * @param office where it is shown
     * @param caller who reads it
     * @param sections paths of what they may open
     * @param emergency whether they may open who is concerned in an emergency
     * @param history who opened something before; empty while that cannot be read
     * @param opened what they have just opened
     * @param typed what they filled in, and nothing was opened
     * @param stepUp how they do that; empty where they need not
     * @param annexes what else they can do with it
     * @param reference for names; without it codes are shown
     */
    ComplaintView(
            Language language,
            Office office,
            Caller caller,
            Dossier dossier,
            List<String> sections,
            boolean emergency,
            Optional<History> history,
            Optional<ComplaintPage.Opened> opened,
            Optional<OpeningForm> typed,
            Optional<StepUp> stepUp,
            List<Content> annexes,
            Optional<Reference> reference) {
        super(language, caller, BUNDLES + "complaint");
        this.office = office;
        this.dossier = dossier;
        this.sections = List.copyOf(sections);
        this.emergency = emergency;
        this.history = history;
        this.opened = opened;
        this.typed = typed;
        this.stepUp = stepUp;
        this.annexes = List.copyOf(annexes);
        this.reference = reference;
        this.words = CodeWords.in(language);
        this.shown = new ShownSection(language.texts(BUNDLES + "fields"), texts(), words, this::time);
    }

    /** How it came in. */
    public String channel() {
        return words.of("channel", dossier.channel());
    }

    /** The complainant's language. */
    public String complainantLanguage() {
        return words.of("language", dossier.language());
    }

    /** A text that each office has its own of. */
    public String own(String key) {
        return text(office.text(key));
    }

    public Dossier dossier() {
        return dossier;
    }

    /** The page, with nothing open. */
    public String self() {
        return ComplaintPage.path(dossier.complaintId());
    }

    /** The page in another language. */
    public String in(Language other) {
        return history.flatMap(History::before)
                .map(this::earlier)
                .orElse(PageAddress.of(self()))
                .in(other)
                .toString();
    }

    private PageAddress earlier(Place before) {
        return PageAddress.of(self()).with("after", before.encode());
    }

    /** Where a section is opened. */
    public String openings() {
        return self() + "/openings";
    }

    /** Whether nobody knows who reads this, so that nothing can be opened. */
    public boolean nobody() {
        return caller().person().isEmpty();
    }

    /** Whether the reader may open nothing of what was sent in. */
    public boolean opensNothing() {
        return !emergency && sections.stream().allMatch(NOTE::equals);
    }

    /** Paths of the sections that the reader may open. */
    public List<String> sections() {
        return sections;
    }

    /** Whether the reader may open who is concerned in an emergency, and not otherwise. */
    public boolean offersEmergency() {
        return emergency;
    }

    /** Where somebody proves themselves anew who wants to send the form of a section or of an emergency; null where they need not. */
    public @Nullable String stepUp(String form) {
        boolean wanted = form.equals(OpeningRequest.EMERGENCY)
                || office.sections().stream()
                        .anyMatch(known -> known.path().equals(form) && OpeningRequest.wantsStepUp(known));
        return wanted ? stepUp.map(by -> by.way(self())).orElse(null) : null;
    }

    /** Why they must. */
    public String whyStepUp(String form) {
        return text(form.equals(NOTE) ? "step-up.notes" : "step-up");
    }

    /** Whether that form was sent, and nothing opened, just now. */
    public boolean isTyped(String form) {
        return typed.filter(known -> known.place().equals(form)).isPresent();
    }

    /** Why nothing was, and what to do; null where nothing is wrong with what was typed. */
    public @Nullable String why(String form) {
        return isTyped(form)
                ? typed.flatMap(OpeningForm::why)
                        .map(code -> texts().containsKey("why." + code) ? text("why." + code) : text("why"))
                        .orElse(null)
                : null;
    }

    /** Whether that purpose was chosen in it. */
    public boolean isTyped(String form, String purpose) {
        return isTyped(form) && typed.orElseThrow().purpose().equals(purpose);
    }

    /** The note that was typed in it; empty where there is none. */
    public String typedNote(String form) {
        return isTyped(form) ? typed.orElseThrow().note() : "";
    }

    /** Whether a form was sent, and nothing opened, that is not there any more. */
    public boolean isStray() {
        return stray().isPresent();
    }

    /** The note that was typed into it; null where there is none. */
    public @Nullable String strayNote() {
        return stray().map(OpeningForm::note).filter(note -> !note.isBlank()).orElse(null);
    }

    private Optional<OpeningForm> stray() {
        return typed.filter(form ->
                !sections.contains(form.place()) && !(emergency && form.place().equals(OpeningRequest.EMERGENCY)));
    }

    /** Before which place parts were asked for in it; null where the latest were. */
    public @Nullable String typedAfter(String form) {
        return isTyped(form)
                ? typed.map(OpeningForm::after)
                        .filter(place -> !place.isEmpty())
                        .orElse(null)
                : null;
    }

    public List<String> purposes() {
        return Arrays.stream(Purpose.values()).map(Purpose::name).toList();
    }

    /** Path of the section that has just been opened; null where none was. */
    public @Nullable String openedSection() {
        return opened.map(now -> now.section().section()).orElse(null);
    }

    public List<OpenedPart> parts() {
        return opened.map(now -> now.section().parts()).orElse(List.of());
    }

    /** What asks for the parts before those that are open; null where there are none. */
    public @Nullable String earlierParts() {
        return opened.map(now -> now.section().next()).orElse(null);
    }

    /** The purpose for which somebody opened the parts that are open. */
    public String askedPurpose() {
        return opened.orElseThrow().request().reason().purpose().name();
    }

    /** What they said of the emergency in which they did; null where there is none. */
    public @Nullable String askedInEmergency() {
        return opened.map(ComplaintPage.Opened::request)
                .filter(OpeningRequest::isEmergency)
                .flatMap(request -> request.reason().note())
                .orElse(null);
    }

    /** The fields of an open part. */
    public List<ShownField> fields(OpenedPart part) {
        return part.content() == null ? List.of() : shown.of(part.content());
    }

    /** What an open part is, and when it came in. */
    public String heading(OpenedPart part) {
        return history(part.eventId()).orElseGet(() -> text("part").formatted(time(part.receivedAt())));
    }

    private Optional<String> history(@Nullable String eventId) {
        return events().stream()
                .filter(event -> event.getHeader().getEventId().equals(eventId))
                .findFirst()
                .flatMap(past()::line);
    }

    /** Who has the complaint, in words. */
    public String owner() {
        Dossier.Owner owner = dossier.owner();
        if (owner == null) {
            return text("owner.nobody");
        }
        String unit =
                name(owner.unit(), (release, code) -> release.unit(code, day()).map(known -> known.getNames()));
        if (dossier.isTakenBack()) {
            return text("owner.former").formatted(unit);
        }
        return dossier.isWithUnit() ? unit : text("owner.commissioner");
    }

    /** When and why the unit that has it was let read all of it; null where it was not. */
    public @Nullable String released() {
        Dossier.Release release = dossier.release();
        return release == null || !dossier.isReleased() ? null : line("released", release.at(), release.reasonCode());
    }

    /** When and why the office had it looked into by a unit, for whom its people tell that; null where it did not. */
    public @Nullable String check() {
        Dossier.Owner owner = dossier.owner();
        return owner == null || dossier.isReleased() || owner.reasonCode() == null || !readsNotes()
                ? null
                : line("check", owner.since(), owner.reasonCode());
    }

    /** Why the office did something is for whoever may read what its people said about it. */
    private boolean readsNotes() {
        return caller().person()
                .filter(person -> Access.decide(
                                person, Action.READ_NOTES, dossier.subject().facts())
                        instanceof Verdict.Allowed)
                .isPresent();
    }

    private String line(String key, String at, String reason) {
        return text(key).formatted(time(at), said("reason.", reason));
    }

    public @Nullable String region() {
        Dossier.Owner owner = dossier.owner();
        return owner == null || owner.regionCode() == null
                ? null
                : name(
                        owner.regionCode(),
                        (release, code) -> release.region(code, day()).map(region -> region.getNames()));
    }

    public @Nullable String facilityType() {
        Dossier.Owner owner = dossier.owner();
        return owner == null || owner.facilityType() == null
                ? null
                : name(
                        owner.facilityType(),
                        (release, code) -> release.facilityType(code, day()).map(type -> type.getNames()));
    }

    /** Whether the reader may know who opened it before. */
    public boolean showsHistory() {
        return office.isOverseeing();
    }

    /** What else the reader can do with it. */
    public List<Content> annexes() {
        return annexes;
    }

    /** Whether it can be said who opened it before. */
    public boolean historyKnown() {
        return history.isPresent();
    }

    /** Who opened it before, and what else is on record about it, a line each. */
    public List<String> history() {
        return past().of(events());
    }

    private List<AccessEvent> events() {
        return history.map(History::events).orElse(List.of());
    }

    /** Where what is on record from before that is shown; null where there is nothing. */
    public @Nullable String earlierHistory() {
        return history.flatMap(History::next)
                .map(this::earlier)
                .map(PageAddress::toString)
                .orElse(null);
    }

    /** Whether there is something on record that is later than what is shown. */
    public boolean hasLaterHistory() {
        return history.flatMap(History::before).isPresent();
    }

    private Past past() {
        return new Past(texts(), this::time);
    }

    /** What a section is called. */
    public String title(String section) {
        return section.equals(NOTE) ? text("notes") : said("", section);
    }

    /** What of a section was destroyed, a line for each decision. */
    public List<String> destroyed(String section) {
        return dossier.destroyed().getOrDefault(section, List.of()).stream()
                .map(this::line)
                .toList();
    }

    /** Why a part stays closed. */
    public String closed(OpenedPart part) {
        return part.destroyed() == null ? text("closed." + part.closed()) : line(part.destroyed());
    }

    private String line(Dossier.Destroyed destroyed) {
        String at = time(destroyed.at());
        if (destroyed.ground().isEmpty()) {
            return text("destroyed.unnoted").formatted(at);
        }
        String bodies = destroyed.bodies().stream()
                .map(body -> name(
                        body,
                        (release, code) -> release.body(code, Reference.day(Instant.parse(destroyed.at())))
                                .map(known -> known.getNames())))
                .collect(Collectors.joining(", "));
        return text("destroyed").formatted(at, said("ground.", destroyed.ground()), bodies);
    }

    private String name(String code, BiFunction<Reference, String, Optional<Names>> lookup) {
        return reference
                .flatMap(release -> lookup.apply(release, code))
                .map(language()::name)
                .orElse(code);
    }

    private LocalDate day() {
        String received = dossier.receivedAt();
        return Reference.day(received == null ? Instant.EPOCH : Instant.parse(received));
    }
}
