package kz.aryz.intake.complaint;

import java.util.Optional;
import kz.aryz.schema.PersonIdentity;
import org.jspecify.annotations.Nullable;

/** Reads who a person is, whatever the person's part in the complaint. */
final class PersonReading {

    private PersonReading() {}

    static PersonIdentity identity(Fields person) {
        return PersonIdentity.newBuilder()
                .setFullName(person.text("fullName"))
                .setIin(iin(person))
                .setBirthDate(birthDate(person))
                .setPhone(person.text("phone"))
                .setEmail(person.text("email"))
                .setAddress(person.text("address"))
                .setOrganisation(person.text("organisation"))
                .setMandateRef(person.text("mandateRef"))
                .setEthnicity(person.text("ethnicity"))
                .setOccupation(person.text("occupation"))
                .setCaseAgainstNumber(person.text("caseAgainstNumber"))
                .setActivities(person.text("activities"))
                .build();
    }

    /**
     * From what was given as the birth date, be it an age; where that tells none, the band that was given. A day of birth is believed,
     * of anything less the younger of both.
     */
    static String ageBand(Fields person, PersonIdentity identity) {
        String given = person.code("ageBand", AgeBand.CODES::contains);
        String birthDate = identity.getBirthDate();
        Optional<String> known =
                Optional.ofNullable(birthDate).flatMap(person::ageBand).filter(band -> !band.equals(Taxonomy.UNKNOWN));
        if (birthDate == null || known.isEmpty()) {
            return given == null ? Taxonomy.UNKNOWN : given;
        }
        if (given == null || given.equals(known.get())) {
            return known.get();
        }
        person.keep("ageBand", given);
        return person.isDay(birthDate) ? known.get() : AgeBand.younger(given, known.get());
    }

    /** ISO 3166-1 alpha-2 by its shape. */
    static boolean isCountryCode(String code) {
        return code.matches("[A-Z]{2}");
    }

    private static @Nullable String iin(Fields person) {
        String iin = person.text("iin");
        if (iin != null && !iin.isBlank() && !Iin.isValid(iin.replaceAll("\\s", ""))) {
            person.gap(GapCode.IIN_CHECKSUM, "iin");
        }
        return iin;
    }

    private static @Nullable String birthDate(Fields person) {
        String asGiven = person.text("birthDate");
        if (asGiven != null && !asGiven.isBlank()) {
            person.checkBirthDate("birthDate", asGiven);
        }
        return asGiven;
    }
}
