package kz.aryz.triage.desk;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.aryz.access.Action;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import org.jspecify.annotations.Nullable;

/** The queue page: units with what lies in their queues, and one unit's list. It works without JavaScript. */
final class DeskPage {

    private static final int ROWS = 50;
    private static final String STYLE = "/desk.css";

    private final QueueDesk desk;
    private final Clock clock;

    /** @param clock tells which names are valid today */
    DeskPage(QueueDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Adds the page and its style sheet. */
    void register(StaffRoutes routes) {
        routes.page(HandlerType.GET, "/", Rule.maySomewhere(Action.LIST_QUEUE), this::show);
        routes.open(STYLE, ctx -> ctx.contentType("text/css; charset=utf-8").result(style()));
    }

    private void show(Context ctx, Caller caller) {
        String unit = ctx.queryParam("unit");
        String after = ctx.queryParam("after");
        Optional<UnitCounts> counts = desk.counts(caller);
        Optional<QueuePage> page = unit == null ? Optional.of(QueuePage.NONE) : desk.page(caller, unit, after, ROWS);
        DeskTexts texts = new DeskTexts(LanguageChoice.of(ctx));
        DeskNames names = new DeskNames(desk.reference(), Reference.day(clock.instant()), texts);
        DeskView view = new DeskView(
                texts,
                caller.badge(texts.language()),
                units(counts, unit, names),
                unit,
                unit == null ? texts.text("desk.title") : names.unit(unit),
                rows(page, texts, names),
                href(unit, after),
                page.map(QueuePage::next).map(next -> href(unit, next)).orElse(null),
                counts.map(UnitCounts::partial).orElse(false)
                        || page.map(QueuePage::partial).orElse(false),
                counts.isEmpty() || page.isEmpty());
        ctx.render("triage/desk.jte", Map.of("view", view));
    }

    /** The units with most to do first; those with equally much stay in the order of their codes. */
    private static List<DeskView.Unit> units(Optional<UnitCounts> counts, @Nullable String selected, DeskNames names) {
        return counts.map(UnitCounts::units).orElse(List.of()).stream()
                .sorted(Comparator.comparingLong(UnitCount::open).reversed())
                .map(count -> new DeskView.Unit(
                        count.unit(),
                        names.unit(count.unit()),
                        count.open(),
                        href(count.unit(), null),
                        count.unit().equals(selected)))
                .toList();
    }

    private static List<DeskView.Row> rows(Optional<QueuePage> page, DeskTexts texts, DeskNames names) {
        return page.map(QueuePage::items).orElse(List.of()).stream()
                .map(entry -> new DeskView.Row(
                        entry.priority().name(),
                        texts.text("priority." + entry.priority()),
                        entry.complaintNumber(),
                        texts.text("class." + entry.allegationClass()),
                        entry.receivedAt(),
                        texts.time(Instant.parse(entry.receivedAt())),
                        names.region(entry.regionCode()),
                        names.facilityType(entry.facilityType())))
                .toList();
    }

    private static String href(@Nullable String unit, @Nullable String after) {
        if (unit == null) {
            return "/";
        }
        String page = after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return "/?unit=" + URLEncoder.encode(unit, StandardCharsets.UTF_8) + page;
    }

    private static InputStream style() {
        return Objects.requireNonNull(DeskPage.class.getResourceAsStream("desk.css"), STYLE);
    }
}
