package kz.aryz.dossier.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfficeTest {

    private static final Set<Role> READERS = EnumSet.of(
            Role.TRIAGE_OFFICER,
            Role.INVESTIGATOR,
            Role.HEAD_OF_UNIT,
            Role.SUPERVISING_PROSECUTOR,
            Role.COMMISSIONER_OFFICER);

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsInWhoReadsComplaintsThereAndNobodyElse(Role role) {
        Person person = person(role);

        assertThat(Office.UNITS.rule().admits(person)).isEqualTo(READERS.contains(role));
        assertThat(Office.COMMISSIONER.rule().admits(person)).isEqualTo(role == Role.COMMISSIONER_OFFICER);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void anOfficerDecidesAtTheCommissionersAlone(Role role) {
        boolean officer = role == Role.COMMISSIONER_OFFICER;
        Person both = new Person(
                "somebody",
                EnumSet.of(role, Role.COMMISSIONER_OFFICER),
                Set.of("COMMISSIONER"),
                Set.of("COMMISSIONER"));

        assertThat(Office.COMMISSIONER.deciders().admits(person(role))).isEqualTo(officer);
        assertThat(Office.UNITS.deciders().admits(person(role))).isEqualTo(READERS.contains(role) && !officer);
        assertThat(Office.UNITS.deciders().admits(both)).isFalse();
    }

    private static Person person(Role role) {
        return role == Role.COMMISSIONER_OFFICER
                ? new Person("somebody", Set.of(role), Set.of(), Set.of("COMMISSIONER"))
                : new Person("somebody", Set.of(role), Set.of("PROS.KZ-75"), Set.of("PROSECUTOR"));
    }
}
