package kz.aryz.quickstart;

import java.util.Collection;
import java.util.Collections;
import kz.aryz.quickstart.process.FreePort;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says which Aryz on this machine is meant, when there are several. */
public final class PortOffset {

    private static final int LOWEST_PORT = 1;
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Add N to every port. Default: 0.")
    private int offset;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /**
     * The addresses that it makes.
     *
     * @throws ParameterException if one of them would be none
     */
    public Addresses addresses() {
        Collection<Integer> standard = Addresses.shifted(0).ports().values();
        int lowest = LOWEST_PORT - Collections.min(standard);
        int highest = HIGHEST_PORT - Collections.max(standard);
        if (offset < lowest || offset > highest) {
            throw new ParameterException(
                    command.commandLine(),
                    "--port-offset " + offset + " leads to no port: choose a number from " + lowest + " to " + highest
                            + ".");
        }
        return Addresses.shifted(offset);
    }

    /**
     * The same, of an Aryz that runs.
     *
     * @throws NotRunningException if nothing listens where its broker should be
     */
    public Addresses running() {
        Addresses addresses = addresses();
        if (FreePort.isFree(addresses.kafka())) {
            throw new NotRunningException(addresses.bootstrapServers());
        }
        return addresses;
    }
}
