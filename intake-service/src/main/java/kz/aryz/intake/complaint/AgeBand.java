package kz.aryz.intake.complaint;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/** Bands of age, coarse enough to stand beside a complaint without naming anybody. */
final class AgeBand {

    static final Set<String> CODES = Set.of("U14", "14_17", "18_24", "25_34", "35_44", "45_59", "60P");

    private AgeBand() {}

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
