package kz.aryz.intake.complaint;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands how old somebody is from what people write where they are asked for a date of birth or an age: a day, a month, a year,
 * or a number of years. What may mean two bands of age means the younger one. Immutable.
 */
record AgeReading(TimeReading times) {

    private static final int FIRST_YEAR = 1900;
    private static final int MOST_YEARS = 120;
    private static final int CASES = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

    /** The first number of the text, or the lower one of two that it begins with, is said to be years. */
    private static final Pattern AGE = Pattern.compile(
            "\\D*(0|[1-9]\\d{0,2})(?:[.,]\\d)?(?:\\s*[-–—]\\s*\\d{1,3})?[\\s-]*(?:лет|год|жас|year|yr|y\\.?\\s?o).*",
            CASES);

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
    private static final Pattern ONLY_NUMBER = Pattern.compile("\\D*(0|[1-9]\\d{0,2})\\D*");

    /** The band of age on the day of receipt; empty where the text tells none. */
    Optional<String> band(String asGiven) {
        return times.lastDay(asGiven)
                .map(this::bornOn)
                .or(() -> age(AGE.matcher(asGiven)))
                .or(() -> year(asGiven))
                .or(() -> age(ONLY_NUMBER.matcher(asGiven)));
    }

    private String bornOn(LocalDate day) {
        return AgeBand.of(day, times.today());
    }

    private static Optional<String> age(Matcher text) {
        return Optional.of(text)
                .filter(Matcher::matches)
                .map(found -> Integer.valueOf(found.group(1)))
                .filter(years -> years <= MOST_YEARS)
                .map(AgeBand::of);
    }

    /** Of several years nobody knows which is meant. */
    private Optional<String> year(String text) {
        List<Integer> years = YEAR.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList();
        return years.size() == 1
                ? Optional.of(years.getFirst())
                        .filter(year ->
                                year >= FIRST_YEAR && year <= times.today().getYear())
                        .map(year ->
                                bornOn(times.lastCome(LocalDate.of(year, Month.DECEMBER, Month.DECEMBER.maxLength()))))
                : Optional.empty();
    }
}
