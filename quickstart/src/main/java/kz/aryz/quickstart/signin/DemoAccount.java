package kz.aryz.quickstart.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.access.Role;

/**
 * Somebody who can sign in to a demonstration.
 *
 * @param name what they are called and known by
 * @param role what they are
 * @param unit code of the unit that they work in
 */
public record DemoAccount(String name, Role role, Optional<String> unit) {

    /** Who works in a unit shows what stands in its queue; two investigators, so that one's work is not the other's. */
    private static final List<DemoAccount> ALL = List.of(
            in("PROS.KZ-75", "triage-almaty", Role.TRIAGE_OFFICER),
            in("PROS.KZ-75", "investigator-almaty", Role.INVESTIGATOR),
            in("PROS.KZ-75", "investigator-almaty-2", Role.INVESTIGATOR),
            in("PROS.KZ-75", "head-almaty", Role.HEAD_OF_UNIT),
            in("PROS.KZ-75", "supervisor-almaty", Role.SUPERVISING_PROSECUTOR),
            in("PROS.KZ-71", "head-astana", Role.HEAD_OF_UNIT),
            in("PROS.SPECIAL", "head-special", Role.HEAD_OF_UNIT),
            ofNoUnit("commissioner", Role.COMMISSIONER_OFFICER),
            ofNoUnit("clerk", Role.INTAKE_CLERK),
            ofNoUnit("monitor", Role.NPM_MONITOR),
            ofNoUnit("auditor", Role.AUDITOR),
            ofNoUnit("statistician", Role.STATISTICIAN),
            ofNoUnit("administrator", Role.ADMINISTRATOR),
            ofNoUnit("terminal", Role.FACILITY_TERMINAL));

    /** All that the page of the identity provider offers. */
    public static List<DemoAccount> all() {
        return ALL;
    }

    /** The first account that is this there; one of its own for a unit that has none. */
    static DemoAccount of(Role role, Optional<String> unit) {
        return ALL.stream()
                .filter(account -> account.role == role && account.unit.equals(unit))
                .findFirst()
                .orElseGet(() -> new DemoAccount(named(role, unit), role, unit));
    }

    /** Whether who has this role has it in a unit. */
    static boolean isOfUnit(Role role) {
        return switch (role) {
            case TRIAGE_OFFICER, INVESTIGATOR, HEAD_OF_UNIT, SUPERVISING_PROSECUTOR -> true;
            case INTAKE_CLERK,
                    COMMISSIONER_OFFICER,
                    NPM_MONITOR,
                    AUDITOR,
                    STATISTICIAN,
                    ADMINISTRATOR,
                    FACILITY_TERMINAL -> false;
        };
    }

    /**
     * What the provider says of them, beside their name. The Commissioner's officers and auditors are of no unit, and of one body.
     *
     * @param stepUp whether they have proved themselves anew, for what is grave
     */
    Map<String, String> claims(boolean stepUp) {
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("roles", role.code());
        claims.put("acr", stepUp ? "step-up" : "staff");
        unit.ifPresent(code -> claims.put("units", code));
        if (role == Role.COMMISSIONER_OFFICER || role == Role.AUDITOR) {
            claims.put("body", "COMMISSIONER");
        }
        return claims;
    }

    private static String named(Role role, Optional<String> unit) {
        return String.join(
                        "-",
                        Stream.concat(Stream.of(role.code()), unit.stream()).toList())
                .toLowerCase(Locale.ROOT);
    }

    private static DemoAccount in(String unit, String name, Role role) {
        return new DemoAccount(name, role, Optional.of(unit));
    }

    private static DemoAccount ofNoUnit(String name, Role role) {
        return new DemoAccount(name, role, Optional.empty());
    }
}
