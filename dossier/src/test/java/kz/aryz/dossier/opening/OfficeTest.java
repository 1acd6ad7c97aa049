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
        Person person = role == Role.COMMISSIONER_OFFICER
                ? new Person("somebody", Set.of(role), Set.of(), Set.of("COMMISSIONER"))
                : new Person("somebody", Set.of(role), Set.of("PROS.KZ-75"), Set.of("PROSECUTOR"));

        assertThat(Office.UNITS.rule().admits(person)).isEqualTo(READERS.contains(role));
        assertThat(Office.COMMISSIONER.rule().admits(person)).isEqualTo(role == Role.COMMISSIONER_OFFICER);
    }
}
