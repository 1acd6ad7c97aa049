package kz.aryz.triage.desk;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.aryz.access.Action;
import kz.aryz.dossier.opening.ComplaintPage;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.http.LastWord;
import kz.aryz.runtime.http.StyleSheet;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import org.jspecify.annotations.Nullable;

/** The queue page: units with what lies in their queues, and one unit's list. It works without JavaScript. */
final class DeskPage {

    private static final int ROWS = 50;

    private final QueueDesk desk;
    private final Assignments assignments;
    private final Staffing staffing;
    private final Clock clock;

    /** @param clock tells which names are valid today */
    DeskPage(QueueDesk desk, Assignments assignments, Staffing staffing, Clock clock) {
        this.desk = desk;
        this.assignments = assignments;
        this.staffing = staffing;
        this.clock = clock;
    }

    /** Adds the page and its style sheet. */
    void register(StaffRoutes routes) {
        routes.first(Rule.maySomewhere(Action.LIST_QUEUE), staffing.noting(this::show));
        StyleSheet style = StyleSheet.beside(DeskPage.class, "desk.css");
        routes.open(style.path(), style::answer);
    }

    private void show(Context ctx, Caller caller) {
        DeskAddress address = DeskAddress.of(ctx);
        String unit = address.unit();
        Optional<UnitCounts> counts = desk.counts(caller);
        Optional<QueuePage> page =
                unit == null ? Optional.of(QueuePage.NONE) : desk.page(caller, unit, address.after(), ROWS);
        DeskTexts texts = new DeskTexts(LanguageChoice.of(ctx));
        DeskNames names = new DeskNames(desk.reference(), Reference.day(clock.instant()), texts);
        DeskView view = new DeskView(
                texts,
                caller.badge(texts.language()),
                address,
                units(counts, address, names),
                unit == null ? texts.text("desk.title") : names.unit(unit),
                rows(page, caller, address, texts, names),
                column(caller, unit),
                LastWord.at(ctx, address.href(), OrderCourse.class).orElse(null),
                page.map(QueuePage::next).map(next -> address.from(next).href()).orElse(null),
                counts.map(UnitCounts::partial).orElse(false)
                        || page.map(QueuePage::partial).orElse(false),
                counts.isEmpty() || page.isEmpty());
        ctx.render("triage/desk.jte", Map.of("view", view));
    }

    /** The units with most to do first; those with equally much stay in the order of their codes. */
    private static List<DeskView.Unit> units(Optional<UnitCounts> counts, DeskAddress address, DeskNames names) {
        return counts.map(UnitCounts::units).orElse(List.of()).stream()
                .sorted(Comparator.comparingLong(UnitCount::open).reversed())
                .map(count -> new DeskView.Unit(
                        count.unit(),
                        names.unit(count.unit()),
                        count.open(),
                        address.ofUnit(count.unit()).href(),
                        count.unit().equals(address.unit())))
                .toList();
    }

    /** Who works on what is shown to who sees the whole queue, and says nothing to who sees their own. */
    private @Nullable AssignmentColumn column(Caller caller, @Nullable String unit) {
        if (unit == null || caller.person().isEmpty() || !desk.seesWhole(caller, unit)) {
            return null;
        }
        if (!assignments.areOfferedTo(caller, unit)) {
            return new AssignmentColumn(null, List.of());
        }
        List<AssignmentColumn.Choice> people = assignments.staff(caller, unit).stream()
                .map(member -> new AssignmentColumn.Choice(member.pseudonym(), member.name()))
                .toList();
        return new AssignmentColumn(caller.formToken(), people);
    }

    private List<DeskView.Row> rows(
            Optional<QueuePage> page, Caller caller, DeskAddress address, DeskTexts texts, DeskNames names) {
        return page.map(QueuePage::items).orElse(List.of()).stream()
                .map(entry -> new DeskView.Row(
                        entry.priority().name(),
                        texts.text("priority." + entry.priority()),
                        entry.complaintNumber(),
                        caller.person().isPresent() ? ComplaintPage.path(entry.complaintId()) : null,
                        texts.text("class." + entry.allegationClass()),
                        entry.receivedAt(),
                        texts.time(Instant.parse(entry.receivedAt())),
                        names.region(entry.regionCode()),
                        names.facilityType(entry.facilityType()),
                        assignee(entry, texts),
                        entry.complaintId(),
                        entry.seq(),
                        AssignmentForm.action(entry.complaintId(), address),
                        UUID.randomUUID().toString()))
                .toList();
    }

    private String assignee(QueueEntry entry, DeskTexts texts) {
        return entry.assignee() == null
                ? texts.text("assign.nobody")
                : assignments.name(entry.assignee()).orElseGet(() -> texts.text("assign.unknown"));
    }
}
