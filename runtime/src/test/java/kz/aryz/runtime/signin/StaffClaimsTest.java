package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import org.junit.jupiter.api.Test;

class StaffClaimsTest {

    @Test
    void readsRolesUnitsAndBodyAsTextsOrLists() {
        Person person = person(
                Map.of("roles", "investigator", "units", List.of("PROS.KZ-75", "PROS.SPECIAL"), "body", "pros_KZ-75"));

        assertThat(person.roles()).containsExactly(Role.INVESTIGATOR);
        assertThat(person.units()).containsExactlyInAnyOrder("PROS.KZ-75", "PROS.SPECIAL");
        assertThat(person.bodies()).containsExactly("PROS_KZ-75");
    }

    @Test
    void readsWhatKeycloakWrites() {
        Person person = person(Map.of(
                "realm_access",
                Map.of("roles", List.of("default-roles-aryz", "head-of-unit")),
                "groups",
                List.of(
                        "/units/PROS.KZ-75",
                        "/units/PROS.SPECIAL",
                        "/former/PROS.KZ-71",
                        "/units/PROS.KZ-71/deputies",
                        "PROS.KZ-71",
                        "/bodies/COMMISSIONER")));

        assertThat(person.roles()).containsExactly(Role.HEAD_OF_UNIT);
        assertThat(person.units()).containsExactlyInAnyOrder("PROS.KZ-75", "PROS.SPECIAL");
    }

    @Test
    void takesWhatItDoesNotUnderstandForNothing() {
        Person person = person(
                Map.of("roles", List.of(1, "", "root", Map.of()), "units", 7, "groups", "/", "realm_access", "x"));

        assertThat(person.roles()).isEmpty();
        assertThat(person.units()).isEmpty();
        assertThat(person.bodies()).isEmpty();
    }

    @Test
    void callsAPersonByTheirNameAndNeverAtLength() {
        assertThat(new StaffClaims(Map.of("name", "A".repeat(500), "sub", "s")).name())
                .hasSize(60);
        assertThat(new StaffClaims(Map.of("preferred_username", "aigul", "sub", "s")).name())
                .isEqualTo("aigul");
        assertThat(new StaffClaims(Map.of("sub", "s")).name()).isEqualTo("s");
    }

    private static Person person(Map<String, Object> claims) {
        return new StaffClaims(claims).person("https://id.example", "subject");
    }
}
