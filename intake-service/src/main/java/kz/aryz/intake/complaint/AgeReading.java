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

    private static final String YEARS = "(0|[1-9]\\d{0,2})(?:[.,]\\d)?";
    private static final String OR_OLDER = "(?:\\s*(?:[-–—]|или|немесе|or)\\s*\\d{1,3})?";

    /** The first number of the text, or the first of two that it begins with, is said to be years. */
    private static final Pattern AGE =
            Pattern.compile("\\D*" + YEARS + OR_OLDER + "[\\s-]*(?:лет|год|жас|year|yr|y\\.?\\s?o).*", CASES);

    /** Nothing stands there beside it. */
    private static final Pattern ONLY_AGE = Pattern.compile(
            "(?:возраст|жасы|ему|ей|мне|aged?)?[^\\p{L}\\d]*" + YEARS + OR_OLDER + "[^\\p{L}\\d]*", CASES);

    private static final Pattern ONE_NUMBER = Pattern.compile("\\D*(\\d{1,3})\\D*");
    private static final Pattern MONTHS = Pattern.compile("\\D*\\d{1,3}[\\s-]*(?:мес|ай|month).*", CASES);
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");

    /** That many years have not come yet. */
    private static final Pattern NOT_YET = Pattern.compile(
            "(?<!\\p{L})(?:до|младше|моложе|меньше|менее|нет|не|under|below|less|younger|not)(?!\\p{L})"
                    + "|неполн|толма|жетпе|кіші|аспа",
            CASES);

    /** The band of age on the day of receipt; empty where the text tells none. */
    Optional<String> band(String asGiven) {
        return times.lastDay(asGiven)
                .map(this::bornOn)
                .or(() -> age(AGE, asGiven))
                .or(() -> year(asGiven))
                .or(() -> age(ONLY_AGE, asGiven.strip()))
                .or(() -> ofMonths(asGiven))
                .or(() -> NOT_YET.matcher(asGiven).find() ? age(ONE_NUMBER, asGiven) : Optional.empty());
    }

    private String bornOn(LocalDate day) {
        return AgeBand.of(day, times.today());
    }

    private static Optional<String> age(Pattern pattern, String text) {
        int notYet = NOT_YET.matcher(text).find() ? 1 : 0;
        return Optional.of(pattern.matcher(text))
                .filter(Matcher::matches)
                .map(found -> Integer.valueOf(found.group(1)))
                .filter(years -> years <= MOST_YEARS)
                .map(years -> AgeBand.of(years - notYet));
    }

    private static Optional<String> ofMonths(String text) {
        return MONTHS.matcher(text).matches() ? Optional.of(AgeBand.of(0)) : Optional.empty();
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
