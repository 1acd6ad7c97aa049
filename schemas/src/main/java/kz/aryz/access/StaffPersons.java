package kz.aryz.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.schema.StaffPerson;

/** People as they stand in records. */
public final class StaffPersons {

    private StaffPersons() {}

    /** In a fixed order, so that who has not changed makes the same record. */
    public static StaffPerson record(Person person) {
        return StaffPerson.newBuilder()
                .setPseudonym(person.pseudonym())
                .setRoles(person.roles().stream().map(Role::code).toList())
                .setUnits(sorted(person.units()))
                .setBodies(sorted(person.bodies()))
                .build();
    }

    /** Roles that this version does not know grant nothing. */
    public static Person person(StaffPerson record) {
        Set<Role> roles = record.getRoles().stream()
                .flatMap(code -> Role.of(code).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Person(record.getPseudonym(), roles, Set.copyOf(record.getUnits()), Set.copyOf(record.getBodies()));
    }

    private static List<String> sorted(Set<String> codes) {
        return codes.stream().sorted().toList();
    }
}
