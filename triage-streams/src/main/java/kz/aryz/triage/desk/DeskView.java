package kz.aryz.triage.desk;

import gg.jte.Content;
import java.util.List;
import kz.aryz.runtime.http.Language;
import org.jspecify.annotations.Nullable;

/**
 * All that the queue page shows, as texts in the reader's language.
 *
 * @param texts the texts of the page
 * @param badge who is signed in, for the navigation
 * @param address what the reader has chosen
 * @param units the units with their counts
 * @param heading what the list is about
 * @param rows the unit's complaints in the order of work
 * @param assignment who works on them; null where that is not shown
 * @param said what became of the order that the reader has just given; null where there was none
 * @param next address of the next page; null where there is none
 * @param partial whether complaints may be missing
 * @param unavailable whether no queue could be asked
 */
public record DeskView(
        DeskTexts texts,
        Content badge,
        DeskAddress address,
        List<Unit> units,
        String heading,
        List<Row> rows,
        @Nullable AssignmentColumn assignment,
        @Nullable OrderCourse said,
        @Nullable String next,
        boolean partial,
        boolean unavailable) {

    public DeskView {
        units = List.copyOf(units);
        rows = List.copyOf(rows);
    }

    /** A unit in the list of units. */
    public record Unit(String code, String name, long open, String href, boolean selected) {

        boolean isBusy() {
            return open > 0 || selected;
        }
    }

    /**
     * A complaint in the list; {@code action} and {@code key} are its form's.
     *
     * @param href its page; null where nobody signs in, and nothing could be opened
     */
    public record Row(
            String priority,
            String urgency,
            String number,
            @Nullable String href,
            String allegationClass,
            String receivedAt,
            String received,
            String region,
            String facilityType,
            String assignee,
            String complaintId,
            long seq,
            String action,
            String key) {}

    public Language language() {
        return texts.language();
    }

    public String text(String key) {
        return texts.text(key);
    }

    /** Units with complaints in their queue, and the one that is shown. */
    public List<Unit> busyUnits() {
        return units.stream().filter(Unit::isBusy).toList();
    }

    /** All other units. */
    public List<Unit> idleUnits() {
        return units.stream().filter(unit -> !unit.isBusy()).toList();
    }

    /** What stands in place of an empty list. */
    public String hint() {
        return text(address.unit() == null ? "desk.choose" : "desk.empty");
    }

    /** The same in words. */
    public @Nullable String word() {
        return said == null ? null : text("assign.said." + said.name());
    }

    /** Whether it is done. */
    public boolean isDone() {
        return said == OrderCourse.ACCEPTED;
    }

    /** This page. */
    public String self() {
        return address.href();
    }

    /** This page in another language. */
    public String in(Language other) {
        return address.in(other);
    }

    /** Whether units without complaints are listed. */
    public boolean idleShown() {
        return address.idle();
    }

    /** This page with the units without complaints, or again without. */
    public String idleSwitch() {
        return address.withIdle(!address.idle()).href();
    }

    /** Whether the page refreshes itself. */
    public boolean refreshesItself() {
        return !address.still();
    }

    /** This page refreshing itself, or no longer. */
    public String refreshSwitch() {
        return address.withStill(!address.still()).href();
    }
}
