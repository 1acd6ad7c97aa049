package kz.aryz.quickstart.signin;

import java.util.List;
import java.util.Optional;
import kz.aryz.access.Role;
import kz.aryz.quickstart.BundledReference;
import picocli.CommandLine.Option;

/** A token of an account of {@code aryz up}. */
final class AccountOptions {

    @Option(
            names = "--role",
            required = true,
            converter = RoleCodes.class,
            completionCandidates = RoleCodes.class,
            paramLabel = "ROLE",
            description = "What the script is: ${COMPLETION-CANDIDATES}.")
    private Role role = Role.INVESTIGATOR;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "Code of the unit that it works for, such as PROS.KZ-75, for roles that are of one.")
    private Optional<String> unit = Optional.empty();

    @Option(
            names = "--step-up",
            description =
                    "As of somebody who has proved themselves a moment ago: identities open to nobody else. It counts for"
                            + " five minutes.")
    private boolean stepUp;

    /** What to say differently; empty where role and unit fit. */
    Optional<String> mistake() {
        if (DemoAccount.isOfUnit(role) && unit.isEmpty()) {
            return Optional.of(
                    role.code() + " is a role within a unit: say which with --unit UNIT, such as PROS.KZ-75.");
        }
        if (!DemoAccount.isOfUnit(role) && unit.isPresent()) {
            return Optional.of(role.code() + " is of no unit: leave --unit out.");
        }
        List<String> units = BundledReference.read().unitCodes();
        return unit.filter(code -> !units.contains(code))
                .map(code -> "'" + code + "' is no unit. Units: " + String.join(", ", units));
    }

    DemoAccount account() {
        return DemoAccount.of(role, unit);
    }

    boolean stepUp() {
        return stepUp;
    }
}
