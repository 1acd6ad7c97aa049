package kz.aryz.intake.complaint;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import kz.aryz.reference.Reference;
import kz.aryz.schema.GivenTime;
import org.jspecify.annotations.Nullable;

/**
 * Understands times as people and programs write them: ISO 8601 instants, times with and without offset, days, months, and
 * days as {@code 06.01.2022}. Times without offset are those of Kazakhstan. Anything else is kept as it came, without an
 * instant. Immutable.
 *
 * @param receivedAt what "future" is measured against
 */
record TimeReading(Instant receivedAt) {

    /** Beyond these years a text is no time of an incident, and beyond some of them no timestamp holds it. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 9999;

    private static final DateTimeFormatter DOTTED_DAY =
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DOTTED_TIME =
            DateTimeFormatter.ofPattern("d.M.uuuu H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DOTTED_MONTH =
            DateTimeFormatter.ofPattern("M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final List<Form> FORMS = List.of(
            new Form("MINUTE", text -> OffsetDateTime.parse(text).toInstant()),
            new Form("MINUTE", text -> instant(LocalDateTime.parse(text))),
            new Form("MINUTE", text -> instant(LocalDateTime.parse(text.replace(' ', 'T')))),
            new Form("MINUTE", text -> instant(LocalDateTime.parse(text, DOTTED_TIME))),
            new Form("DAY", text -> instant(LocalDate.parse(text).atStartOfDay())),
            new Form("DAY", text -> instant(LocalDate.parse(text, DOTTED_DAY).atStartOfDay())),
            new Form("MONTH", text -> instant(YearMonth.parse(text).atDay(1).atStartOfDay())),
            new Form(
                    "MONTH",
                    text -> instant(YearMonth.parse(text, DOTTED_MONTH).atDay(1).atStartOfDay())));

    /** The time as it came, with instant and precision where it was understood. */
    GivenTime read(String asGiven) {
        String text = asGiven.strip();
        return FORMS.stream()
                .flatMap(form ->
                        form.read(text).map(instant -> new GivenTime(asGiven, instant, form.precision)).stream())
                .findFirst()
                .orElseGet(() -> new GivenTime(asGiven, null, Taxonomy.UNKNOWN));
    }

    boolean isInFuture(GivenTime time) {
        @Nullable Instant instant = time.getInstant();
        return instant != null && instant.isAfter(receivedAt);
    }

    /** The day a text means, or of its month the last day that has come; empty where it means none. */
    Optional<LocalDate> lastDay(String asGiven) {
        GivenTime time = read(asGiven);
        return Optional.ofNullable(time.getInstant())
                .map(Reference::day)
                .map(day -> time.getPrecision().equals("MONTH") ? lastOfMonth(day) : day);
    }

    /** A month to come is to come as a whole. */
    private LocalDate lastOfMonth(LocalDate first) {
        return first.isAfter(today()) ? first : lastCome(first.with(TemporalAdjusters.lastDayOfMonth()));
    }

    /** That day, or the day of receipt where that day is to come. */
    LocalDate lastCome(LocalDate day) {
        return day.isAfter(today()) ? today() : day;
    }

    /** The day of receipt in Kazakhstan. */
    LocalDate today() {
        return Reference.day(receivedAt);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(Reference.ZONE).toInstant();
    }

    private record Form(String precision, Function<String, Instant> parser) {

        Optional<Instant> read(String text) {
            try {
                return Optional.of(parser.apply(text)).filter(Form::isPlausible);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private static boolean isPlausible(Instant instant) {
            int year = instant.atZone(Reference.ZONE).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        }
    }
}
