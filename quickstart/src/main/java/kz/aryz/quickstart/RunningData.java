package kz.aryz.quickstart;

import java.nio.file.Path;
import java.util.Optional;
import kz.aryz.quickstart.process.BrokerLock;
import picocli.CommandLine.Option;

/** The option that says where the Aryz on this machine that is meant keeps its data. */
public final class RunningData {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description =
                    "Folder of everything that Aryz keeps; what to sign in with at its broker is there. Default: ./data.")
    private Path folder = Path.of("data");

    /** What its broker is locked with; empty where it was started open, or where no Aryz keeps its data. */
    public Optional<BrokerLock> lock() {
        return BrokerLock.inForce(folder);
    }
}
