package kz.aryz.quickstart.signin;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.aryz.access.Role;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.BundledReference;
import kz.aryz.quickstart.PortOffset;
import kz.aryz.quickstart.process.FreePort;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code aryz token}: what a script shows to the APIs of an Aryz that was started with sign-in. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a bearer token for the APIs of a running 'aryz up', and nothing else. It holds for an hour.",
            "curl -H \"Authorization: Bearer $$(./aryz token --role commissioner-officer)\""
                    + " http://localhost:8082/api/v1/alerts"
        })
public final class TokenCommand implements Callable<Integer> {

    @Mixin
    private PortOffset ports = new PortOffset();

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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        requireUnitThatFits();
        Addresses addresses = ports.addresses();
        spec.commandLine().getOut().println(token(addresses));
        return ExitCode.OK;
    }

    private void requireUnitThatFits() {
        if (DemoAccount.isOfUnit(role) && unit.isEmpty()) {
            throw misuse(role.code() + " is a role within a unit: say which with --unit UNIT, such as PROS.KZ-75.");
        }
        if (!DemoAccount.isOfUnit(role) && unit.isPresent()) {
            throw misuse(role.code() + " is of no unit: leave --unit out.");
        }
        List<String> units = BundledReference.read().unitCodes();
        if (unit.isPresent() && !units.contains(unit.get())) {
            throw misuse("'" + unit.get() + "' is no unit. Units: " + String.join(", ", units));
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String token(Addresses addresses) throws InterruptedException {
        URI issuer = addresses.issuer();
        try (TokenClient provider = new TokenClient(issuer)) {
            return provider.token(DemoAccount.of(role, unit), stepUp)
                    .orElseThrow(() -> new TokenException("What listens at " + issuer + " gives no tokens for Aryz."));
        } catch (IOException e) {
            throw new TokenException(
                    FreePort.isFree(addresses.triage())
                            ? "No Aryz runs at " + addresses.triageUrl() + ". Start it with: ./aryz up"
                            : "The Aryz at " + addresses.triageUrl()
                                    + " was started with --open: its APIs want no token."
                                    + " Without that it asks for one.");
        }
    }
}
