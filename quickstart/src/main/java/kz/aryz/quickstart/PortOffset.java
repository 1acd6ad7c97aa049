package kz.aryz.quickstart;

import picocli.CommandLine.Option;

/** The option that says which Aryz on this machine is meant, when there are several. */
public final class PortOffset {

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Add N to every port. Default: 0.")
    private int offset;

    /** The addresses that it makes. */
    public Addresses addresses() {
        return Addresses.shifted(offset);
    }
}
