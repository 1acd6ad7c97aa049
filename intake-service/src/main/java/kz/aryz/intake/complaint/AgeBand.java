package kz.aryz.intake.complaint;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/** Bands of age, coarse enough to stand beside a complaint without naming anybody. */
final class AgeBand {

    private static final List<String> ORDER = List.of("U14", "14_17", "18_24", "25_34", "35_44", "45_59", "60P");

    static final Set<String> CODES = Set.copyOf(ORDER);

    private AgeBand() {}

    /** Of two bands the one that younger people are in. */
    static String younger(String one, String other) {
        return ORDER.indexOf(one) < ORDER.indexOf(other) ? one : other;
    }

    /** The band on that day of somebody born on that day; UNKNOWN for somebody not yet born. */
    static String of(LocalDate birthDate, LocalDate today) {
        return birthDate.isAfter(today)
                ? Taxonomy.UNKNOWN
                : of(Period.between(birthDate, today).getYears());
    }

    /** The band of somebody of that many years. */
    static String of(int age) {
        return age < 14
                ? "U14"
                : age < 18
                        ? "14_17"
                        : age < 25 ? "18_24" : age < 35 ? "25_34" : age < 45 ? "35_44" : age < 60 ? "45_59" : "60P";
    }
}
