package kz.aryz.quickstart.up;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import kz.aryz.quickstart.process.FreePort;

/** Looks whether somebody else has a port that Aryz needs. */
final class PortCheck {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Map<String, Integer> ports;

    /** @param ports by what needs them */
    PortCheck(Map<String, Integer> ports) {
        this.ports = ports;
    }

    /**
     * Returns when all ports are free.
     *
     * @param patience how long processes of the last run may take to give up theirs
     * @throws UpException naming a port that is not
     */
    void requireFree(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<Map.Entry<String, Integer>> taken = taken();
        while (taken.isPresent() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            taken = taken();
        }
        taken.ifPresent(port -> {
            throw new UpException(
                    "Port " + port.getValue() + ", which " + port.getKey()
                            + " needs, is used by another program. Stop that program, or shift all ports with --port-offset 1000.");
        });
    }

    private Optional<Map.Entry<String, Integer>> taken() {
        return ports.entrySet().stream()
                .filter(port -> !FreePort.isFree(port.getValue()))
                .findFirst();
    }
}
